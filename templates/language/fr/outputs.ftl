
## The workbook

review-more = { $count ->
    [one] { $count } de plus ne figure pas ici : sur la feuille « Évaluation », filtrez les colonnes « Revue » et « Verdict ».
   *[other] { $count } de plus ne figurent pas ici : sur la feuille « Évaluation », filtrez les colonnes « Revue » et « Verdict ».
  }
changes-since = Depuis { $file } : { $changes }.
changes-more = { $count ->
    [one] { $count } de plus figure seulement dans le relevé.
   *[other] { $count } de plus figurent seulement dans le relevé.
  }
criteria-live = Modifiez un poids ou un seuil dans sa cellule teintée, et tous les verdicts de la feuille « Évaluation » suivent.
criteria-live-rest = Pour que les motifs, les listes, le PDF et le relevé suivent aussi, enregistrez le classeur et redonnez-le à une nouvelle exécution avec --rulebook.
criteria-values = Modifiez un poids ou un seuil dans sa cellule teintée, enregistrez le classeur et redonnez-le avec --rulebook : une nouvelle exécution juge d’après lui.
criteria-settings = Paramètres
criteria-treatment = Comment sont traités les égalités, les lacunes et les doutes
criteria-columns = Les colonnes ajoutées à l’inventaire
criteria-bpo = Pointe vers le BPO
criteria-outsourcing = Pointe vers l’externalisation classique
criteria-source = Ce que dit la source
criteria-thresholds = Seuils
criteria-does = Ce qu’il fait
read-columns = Colonnes telles que lues
read-problems = Ce qui n’a pas été compris
read-no-problems = Tout a été compris.
read-excluded = Lignes écartées
read-none-excluded = Chaque ligne sous l’en-tête est une fonction.
read-more-excluded = { $count ->
    [one] { $count } de plus ne figure pas ici ; la feuille « Évaluation » en indique le motif sur sa ligne.
   *[other] { $count } de plus ne figurent pas ici ; la feuille « Évaluation » en indique le motif sur chaque ligne.
  }
kept-heading = L’aspect qu’avait l’inventaire
kept-not = Non conservé sur la feuille « Évaluation » : { $things }.
kept-never = bordures, polices et hauteurs de ligne
kept-part = Les couleurs, les caractères gras, les notes et les liens des cellules ne peuvent pas être lus dans un fichier de ce format, ni les images et les graphiques ; enregistrez-le en .xlsx pour conserver les marques des cellules.
kept-most = Des très nombreuses marques de cellules, seules les premières sont conservées.
kept-hidden-rows = Les lignes qui étaient masquées sont affichées, car elles ont été évaluées comme toutes les autres.
kept-hidden-columns = Les colonnes qui étaient masquées sont repliées ; un clic sur le signe au-dessus les ouvre.
kept-pictures = { $count ->
    [one] { $count } image
   *[other] { $count } images
  }
kept-charts = { $count ->
    [one] { $count } graphique
   *[other] { $count } graphiques
  }
kept-shapes = { $count ->
    [one] { $count } dessin
   *[other] { $count } dessins
  }
kept-pivot-tables = { $count ->
    [one] { $count } tableau croisé dynamique
   *[other] { $count } tableaux croisés dynamiques
  }
kept-conditional-formats = { $count ->
    [one] { $count } zone à mise en forme conditionnelle
   *[other] { $count } zones à mise en forme conditionnelle
  }
kept-validations = { $count ->
    [one] { $count } règle de validation des données
   *[other] { $count } règles de validation des données
  }
kept-formulas = { $count ->
    [one] { $count } formule (mais son résultat l’est)
   *[other] { $count } formules (mais leurs résultats le sont)
  }
kept-links = { $count ->
    [one] { $count } lien dans le fichier ou vers un autre fichier
   *[other] { $count } liens dans le fichier ou vers d’autres fichiers
  }
kept-notes = { $count ->
    [one] { $count } note au-delà des premiers milliers
   *[other] { $count } notes au-delà des premiers milliers
  }
about-title = À propos de ce classeur
about-same = La même entrée, les mêmes règles et la même date donnent le même fichier, octet par octet.
about-figures = D’où viennent les chiffres
about-follows = Ce qui suit quoi
about-rows = Ce que sont devenues les lignes
rules-legend = Les règles de cette exécution en TOML, une ligne de texte par ligne. Les poids et les seuils comptent tels qu’ils figurent sur la feuille « Critères ».
ask-nothing = Chaque fonction a un verdict : il n’y a rien à demander.
ask-next = Enregistrez ce classeur, et relancez l’évaluation avec `--answers` et son nom, dans un autre dossier (`-o`). Laissez vide ce que personne ne sait.
summary-values = Les chiffres sont des valeurs de l’exécution ; la feuille « À propos » dit pourquoi.
behind-charts = Chiffres des graphiques
behind-verdicts = Verdicts { $split }
behind-scores = Fonctions par score
behind-map = Carte du portefeuille (les marques d’un même point sont écartées)
behind-costliest = Fonctions les plus coûteuses : places et lignes

## The PDF

pdf-changes = Depuis { $file } : { $changes }. { $rules }
pdf-exhibit = Figure { $number } : { $shows }
pdf-decision = décision : { $decision }
pdf-function = Fonction
pdf-department = Département
pdf-score = Score
pdf-verdict = Verdict
pdf-robustness = Robustesse
pdf-whatever = { $share } / { $low }
pdf-on-hold = en attente : { $title }
pdf-neutral = Neutre
pdf-decided = Décision
pdf-decided-by = Décidé par
pdf-note = Remarque
pdf-annual-cost = Coût annuel
pdf-fte = ETP
pdf-functions = Fonctions
pdf-why = Pourquoi
pdf-value = Valeur
pdf-setting = Paramètre
pdf-term = Terme
pdf-what-changed = Ce qui a changé
pdf-before = Avant
pdf-now = Après
pdf-what-moved = Ce qui a bougé
pdf-question = Question
pdf-lacking = Fonctions ouvertes sans cette donnée
pdf-effect = Effet d’une réponse
pdf-says = Ce qu’il dit
pdf-where = Où
pdf-agree = À convenir
pdf-costliest = Par coût décroissant
pdf-criterion = Critère
pdf-weight = Poids
pdf-in-source = Dans la source
pdf-source = Source
pdf-column = Colonne
pdf-header = En-tête
pdf-read-as = Lu comme
pdf-how = Comment
pdf-values-read = Valeurs lues
pdf-problem = Problème
pdf-what-to-do = Constat et remède
pdf-more = { $count } de plus
pdf-benefit-risk = Bénéfice (+), risque (!) principal
pdf-sourcing = Actuel
pdf-how-sure = Certitude
pdf-reason = Motif
pdf-meaning = Ce que cela signifie
pdf-cost = Coût annuel
pdf-kind = Quoi
pdf-turns = Ce qui pèse de chaque côté, ce qui fait basculer
pdf-missing = Réponses manquantes
pdf-people = Effectif (ETP)
pdf-candidate-cost = Candidates : coût
pdf-all-people = Total
pdf-map = Carte du portefeuille. { $finding } { $across } à l’horizontale, { $upwards } à la verticale, chacun de −100 à +100. { $figures }
pdf-map-left-off = { $count ->
    [one] { $count } fonction de plus n’est pas dessinée.
   *[other] { $count } fonctions de plus ne sont pas dessinées.
  }
pdf-map-key = surface : coût annuel ; petite : nul ou non connu
pdf-map-not-known = non connu
pdf-page = { $page } sur { $pages }

## The terminal

shown-answers = Réponses :
shown-since = Depuis { $file } :
shown-ask-next = À demander ensuite :
shown-guessed = Deviné :
shown-not-understood = Non compris, ou à regarder :
shown-nothing-to-ask = { $count ->
    [1] La seule fonction a un verdict acquis : il n’y a rien à demander, et aucun questionnaire n’a été écrit.
   *[other] Les { $count } fonctions ont toutes un verdict acquis : il n’y a rien à demander, et aucun questionnaire n’a été écrit.
  }
shown-asked = { $questions ->
    [one] { $questions } question
   *[other] { $questions } questions
  } sur { $open ->
    [one] { $open } fonction
   *[other] { $open } fonctions
  }, { $answers ->
    [one] { $answers } réponse
   *[other] { $answers } réponses
  } en tout.
shown-then = Une fois les réponses reçues, exécutez
