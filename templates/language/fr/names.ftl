### Names of our own sheets, headers and words that are read back: a run in any language knows those of all. They must not
### change once they were released, or older workbooks are not understood.

## Sheets: at most 31 characters, none of []:*?/\

sheet-summary = Synthèse
sheet-verdicts = Verdicts
sheet-assessment = Évaluation
sheet-review = Revue
sheet-heat-map = Carte de chaleur
sheet-risks = Risques
sheet-what-to-ask = Questions à poser
sheet-changes = Changements
sheet-scenarios = Scénarios
sheet-criteria = Critères
sheet-quality = Qualité des données
sheet-about = À propos
sheet-rulebook = Règles
sheet-questions = Questions
sheet-read-me = Lisez-moi
sheet-weights = Poids
sheet-functions = Fonctions

## Headers and labels

header-verdict = Verdict
header-score = Score
header-decision = Décision
header-decided-by = Décidé par
header-note = Remarque
header-check = À vérifier
header-evidence = Éléments
header-level = Niveau
header-as-read = Tel que lu
header-answered = Répondu
header-key = Clé
header-sheet = Feuille
header-source = Source
header-row = Ligne
header-known = Ce qui est connu
header-first = À demander en premier
header-answered-by = Répondu par
header-answered-on = Répondu le
header-criterion = Critère
header-weight = Poids
header-threshold = Seuil
header-value = Valeur
header-rank = Rang
header-swing-points = Points de saut
header-direct-points = Points directs
header-reason = Motif
header-text = Texte
header-ends-with = Se termine par
label-date = Date
label-rules = Règles
label-rules-sha256 = SHA-256 des règles
text-goes-on = rien, le texte continue
text-last-line = fin du texte

## Words

level-low = Faible
level-medium = Moyen
level-high = Élevé
verdict-bpo = BPO
verdict-outsourcing = Externalisation classique
verdict-split = Partagé
verdict-insufficient = Éléments insuffisants
choice-agree = approuver
choice-bpo = BPO
choice-outsourcing = externalisation classique
choice-retain = garder en interne
choice-defer = reporter

## Thresholds

threshold-coverage = Couverture requise
threshold-borderline = Limite
threshold-fragile = Fragile
threshold-split = Revue : partagé
threshold-neutral = Revue : neutre
threshold-provisional = Revue : provisoire
threshold-thin = Revue : mince
threshold-one-reading = Revue : une lecture
threshold-raters-disagree = Revue : avis divergents

## Why a decision is to be looked at again

said-nothing = non connu
said-not-told = non indiqué
check-evidence = les éléments ont changé
check-then = puis
check-verdict = le verdict était
check-name = le nom était
check-department = le département était
check-copy = une autre copie dit
