
## What check says

check-headers = { "\u00A0" }; en-têtes : { $headers }
check-rows = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
  }, { $functions ->
    [one] { $functions } fonction
   *[other] { $functions } fonctions
  }
check-rows-left-out = { $rows } et { $rest } à l’écart
check-none = aucun
check-other-kinds = { $counted } de { $count ->
    [one] { $count } autre type
   *[other] { $count } autres types
  }
check-coverage = { $share } des éléments déterminants sont connus
check-lacking = aucune colonne ne contient { $attributes }
check-no-header = Aucun en-tête ne dit ce qu’il y a dans { $columns }
check-no-attribute = { $count ->
    [one] Aucun attribut ne répond à cet en-tête : { $columns }
   *[other] Aucun attribut ne répond à ces en-têtes : { $columns }
  }
check-left-out = Lignes : { $rows }
check-more-columns = { $columns } et { $count } de plus
check-gives-outputs = le classeur, le PDF et le relevé
check-gives-questionnaire = { $count ->
    [1] un questionnaire pour la seule fonction sans verdict acquis
   *[other] un questionnaire pour les { $count } fonctions sans verdict acquis
  }

## Problems of one kind put together

group-at-least = au moins { $counted }
group-errors = { $count ->
    [one] { $count } erreur
   *[other] { $count } erreurs
  }
group-warnings = { $count ->
    [one] { $count } avertissement
   *[other] { $count } avertissements
  }
group-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
  }
group-on-sheet = feuille « { $sheet } », { $subject }
group-sheet = feuille « { $sheet } »
group-cells = { $count ->
    [one] { $count } cellule
   *[other] { $count } cellules
  }
group-rows = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
  }
group-in-column = { $cells } en colonne { $column }
group-cell = cellule { $cell }
group-row = ligne { $row }
group-column = colonne { $column }
group-line = ligne de texte { $line }
group-found = { $message } ; trouvé : { $found }
group-found-for-example = { $message } ; trouvé, par exemple : { $found }

## The questionnaire

ask-lead = { $count ->
    [one] { $count } fonction n’a pas de verdict acquis : ce qui manque décide de son verdict, ou pourrait le faire basculer. { $next }
   *[other] { $count } fonctions n’ont pas de verdict acquis : ce qui manque décide de leur verdict, ou pourrait le faire basculer. { $next }
  }
ask-questions = { $count ->
    [1] Une question est ouverte.
   *[other] { $count } questions sont ouvertes.
  }
ask-step-answer = Sur la feuille « Questions », répondez dans les cellules blanches : choisissez dans la liste de la cellule, ou saisissez.
ask-step-grey = Laissez les cellules grises : leur réponse est connue, ou ne changerait rien. Les cellules blanches passent au gris dès que les réponses de leur ligne tranchent leur fonction.
ask-step-blank = Laissez vide une cellule blanche dont vous ne connaissez pas la réponse. Ce qui manque manque, et n’est jamais Faible. Indiquez dans « Répondu par » et « Répondu le » qui vous êtes et quand vous avez répondu : si d’autres répondent différemment à la même chose, les deux réponses sont montrées.
ask-step-start = Posez pour chaque fonction ce qui figure sous « { $column } », d’abord la cellule encadrée ; continuez ensuite depuis la gauche. Les premières réponses peuvent suffire.
ask-step-keep = Ne modifiez pas { $count ->
    [one] la colonne suivante : { $columns }. C’est par elle que les réponses retrouvent leur place.
   *[other] les colonnes suivantes : { $columns }. C’est par elles que les réponses retrouvent leur place.
  }
ask-more = Seules les { $count } premières des { $open } fonctions font ici l’objet de questions, d’abord celles sans verdict ; { $rest } de plus viennent après.

## The blank inventory

form-identity = Ce qui la distingue des autres
form-decides = Ce qui décide du verdict : à remplir en premier
form-size = Combien, et où
form-raises = Ce qui fait signaler bénéfices, risques et clauses
form-lead = Un inventaire vierge de fonctions : remplissez-le, et outsift dit lesquelles sont candidates au BPO, lesquelles à l’externalisation classique, et pourquoi.
form-step-rows = Sur la feuille « Fonctions », donnez à chaque fonction sa propre ligne. Seule la colonne { $name } doit être remplie.
form-step-start = Commencez par les colonnes sous le bandeau bleu : elles seules décident du verdict. Choisissez dans la liste de la cellule, ou saisissez.
form-step-blank = Laissez vide une cellule dont la réponse n’est pas connue. Ce qui manque manque, et n’est jamais Faible : cela ne pèse d’aucun côté, et le rapport dit quelles réponses trancheraient le plus.
form-step-columns = Les colonnes dont vous n’avez pas besoin peuvent rester vides ou être supprimées ; des colonnes à vous ne gênent pas.
form-step-run = Enregistrez le fichier, et exécutez la commande ci-dessous : elle écrit un classeur, une synthèse en PDF et un relevé.
form-or-count = ({ $levels } ou un nombre)
form-asks-level = { $name } : { $levels } ?
form-asks-money = { $name }, en entier et en chiffres.
form-asks-unit = { $name } en { $unit }, en chiffres.
form-asks-number = { $name }, en chiffres.
form-asks-date = { $name }, sous forme de date.
form-asks-name = Comment s’appelle la fonction.
form-asks-id = Un numéro ou un code propre, si elle en a un.
form-asks-department = Le département qui fait le travail.
form-asks-location = Où se fait le travail.
form-asks-text = { $name }, en quelques mots.
form-help-count = Donnez le nombre (moins de { $low } : Faible, plus de { $high } : Élevé), ou choisissez { $levels }.
form-help-money = Mettez la devise à côté des montants, ou dans l’en-tête : { $header } (EUR).
form-help-name = Une ligne par fonction ; une ligne sans nom est écartée.
form-help-list = S’il y en a plusieurs, séparez-les par des virgules.
form-example-count = 12{ "\u202F" }000, ou { $levels }
form-example-yes = { $levels } ; Oui ou Non
form-example-money = 120000, ou 120{ "\u202F" }000 €
form-example-number = 12 ou 3,5
form-example-date = 2027-12-31
form-example-name = Paie
form-example-id = RH-004
form-example-department = Ressources humaines
form-example-location = Lyon
form-example-list = Un ou plusieurs : A, B, C
form-example-text = Texte libre
form-serves-name = Nomme la ligne.
form-serves-id = Distingue les fonctions de même nom.
form-serves-department = Totaux par département.
form-serves-location = Totaux par lieu.
form-serves-cost = Totaux, et ce qui vaut d’être décidé en premier.
form-serves-people = Totaux, et les emplois touchés.
form-bpo = le BPO
form-outsourcing = l’externalisation classique
form-speaks = { $level } plaide pour { $ways } ({ $criteria }).
form-speaks-both = { $high } plaide pour { $ways }, { $low } pour { $others } ({ $criteria }).
form-benefits = { $count ->
    [one] Bénéfice : { $titles }.
   *[other] Bénéfices : { $titles }.
  }
form-risks = { $count ->
    [one] Risque : { $titles }.
   *[other] Risques : { $titles }.
  }
form-on-hold = La met en attente : { $titles }.
form-terms = { $count ->
    [one] Clause : { $titles }.
   *[other] Clauses : { $titles }.
  }
