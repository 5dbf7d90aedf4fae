// Reads every workbook of a folder with ExcelJS and SheetJS, and holds what they read against each other.
//
// Usage: other_readers.js FOLDER
//
// Prints how many workbooks were read, and what differs: the sheets, what a cell holds, or what its formula came to.
const fs = require("fs");
const path = require("path");
const ExcelJS = require("exceljs");
const SheetJS = require("xlsx");

// Dates are told apart by number formats, and not by both alike: as serial numbers they are the same.
const plain = (value) => {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.getTime() / 86400000 + 25569;
  // ExcelJS leaves characters that XML cannot hold as they are written.
  if (typeof value === "string") return value.replace(/_x([0-9A-F]{4})_/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
  if (typeof value !== "object") return value;
  if ("error" in value) return value.error;
  if ("formula" in value || "sharedFormula" in value) return plain(value.result);
  if ("richText" in value) return value.richText.map((part) => part.text).join("");
  if ("hyperlink" in value) return plain(value.text);
  return JSON.stringify(value);
};
const same = (one, other) =>
  one === other || (typeof one === "number" && typeof other === "number" && Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one)));

(async () => {
  const folder = process.argv[2];
  const files = fs.readdirSync(folder).filter((name) => name.endsWith(".xlsx")).sort();
  const differences = [];
  let cells = 0;
  for (const file of files) {
    const one = new ExcelJS.Workbook();
    await one.xlsx.readFile(path.join(folder, file));
    const other = SheetJS.readFile(path.join(folder, file), { cellFormula: true, cellText: false });
    const names = one.worksheets.map((sheet) => sheet.name);
    if (names.join() !== other.SheetNames.join()) differences.push(`${file}: ${names} are not ${other.SheetNames}`);
    for (const sheet of one.worksheets) {
      const read = other.Sheets[sheet.name];
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          const value = plain(cell.value);
          const twin = read[cell.address] || {};
          // The master of merged cells speaks for all of them.
          if (cell.isMerged && cell.master !== cell) return;
          const expected = twin.v === undefined ? "" : twin.v;
          // ExcelJS leaves a result out that is 0 or false, and the two write errors in ways of their own.
          if (twin.t === "e" || (twin.f && !value && !expected)) return;
          if (!same(value, expected)) differences.push(`${file} ${sheet.name}!${cell.address}: ${value} is not ${expected}`);
          cells += 1;
        })
      );
    }
  }
  console.log(files.length, cells > 1000, JSON.stringify(differences.slice(0, 5)));
})();
