import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Prints a line for each PDF that veraPDF finds to be PDF/UA-1, and one for each rule that another breaks. */
class VeraPdf {
    public static void main(String[] pdfs) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        var flavour = PDFAFlavour.PDFUA_1;
        for (var pdf : pdfs) {
            try (var parser = Foundries.defaultInstance().createParser(new FileInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                if (result.isCompliant()) {
                    System.out.println("PDF/UA-1: " + pdf);
                }
                for (TestAssertion broken : result.getTestAssertions()) {
                    System.out.println(pdf + ": " + broken.getRuleId().getClause() + ": " + broken.getMessage());
                }
            }
        }
    }
}
