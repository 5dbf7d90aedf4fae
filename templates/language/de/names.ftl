### Names of our own sheets, headers and words that are read back: a run in any language knows those of all. They must not
### change once they were released, or older workbooks are not understood.

## Sheets: at most 31 characters, none of []:*?/\

sheet-summary = Zusammenfassung
sheet-verdicts = Urteile
sheet-assessment = Bewertung
sheet-review = Prüfung
sheet-heat-map = Heatmap
sheet-risks = Risiken
sheet-what-to-ask = Offene Fragen
sheet-changes = Änderungen
sheet-scenarios = Szenarien
sheet-criteria = Kriterien
sheet-quality = Datenqualität
sheet-about = Info
sheet-rulebook = Regelwerk
sheet-questions = Fragen
sheet-read-me = Anleitung
sheet-weights = Gewichte
sheet-functions = Funktionen

## Headers and labels

header-verdict = Urteil
header-score = Punktwert
header-decision = Entscheidung
header-decided-by = Entschieden von
header-note = Notiz
header-check = Nachprüfen
header-evidence = Belege
header-level = Stufe
header-as-read = Wie gelesen
header-answered = Beantwortet
header-key = Schlüssel
header-sheet = Blatt
header-source = Quelle
header-row = Zeile
header-known = Was bekannt ist
header-first = Zuerst fragen
header-answered-by = Beantwortet von
header-answered-on = Beantwortet am
header-criterion = Kriterium
header-weight = Gewicht
header-threshold = Schwelle
header-value = Wert
header-rank = Rang
header-swing-points = Sprungpunkte
header-direct-points = Direkte Punkte
header-reason = Grund
header-text = Text
header-ends-with = Endet mit
label-date = Datum
label-rules = Regelwerk
label-rules-sha256 = Regelwerk, SHA-256
text-goes-on = nichts: geht weiter
text-last-line = das Ende des Textes

## Words

level-low = Niedrig
level-medium = Mittel
level-high = Hoch
verdict-bpo = BPO
verdict-outsourcing = Klassische Auslagerung
verdict-split = Unentschieden
verdict-insufficient = Zu wenig Belege
choice-agree = zustimmen
choice-bpo = BPO
choice-outsourcing = klassische Auslagerung
choice-retain = intern behalten
choice-defer = vertagen

## Thresholds

threshold-coverage = Nötige Abdeckung
threshold-borderline = Knapp
threshold-fragile = Fragil
threshold-split = Prüfung: unentschieden
threshold-neutral = Prüfung: neutral
threshold-provisional = Prüfung: vorläufig
threshold-thin = Prüfung: dünn
threshold-one-reading = Prüfung: eine Einstufung
threshold-raters-disagree = Prüfung: Befragte uneins

## Why a decision is to be looked at again

said-nothing = nicht bekannt
said-not-told = nicht angegeben
check-evidence = Belege haben sich geändert
check-then = dann
check-verdict = das Urteil war
check-name = der Name war
check-department = die Abteilung war
check-copy = eine andere Kopie sagt
