## The terminal: check, explain and several runs

shown-columns = Colonnes
shown-header = En-tête
shown-read-as = Lu comme
shown-known = Connu
shown-examples = Exemples
shown-not-used = Non utilisé
shown-problems = Problèmes :
shown-and-more = … et { $more }
shown-coverage = Couverture :
shown-next = Ensuite :
runs-inventory = Inventaire
runs-functions = Fonctions
runs-code = Code
runs-bpo = BPO
runs-outsourcing = Classique
runs-split = Partagé
runs-insufficient = Insuffisant
runs-not-assessed = non évalué
runs-assessed = { $assessed ->
    [one] { $assessed } évalué
   *[other] { $assessed } évalués
  } sur { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
  }
history-date = date
history-firm = fermes
history-review = à revoir
history-coverage = couverture
history-decided = décidées
history-nothing = rien n’a bougé
history-moved = De { $first } à { $last } : { $what }.
shown-template = Modèle
shown-questionnaire = Questionnaire
shown-fill-in = Remplissez la feuille « Fonctions », une ligne par fonction ; puis exécutez
shown-whole = { $record } : complet, tel que l’a écrit l’exécution du { $date }
explain-row = { $function }, ligne { $row }
explain-review = { "\u00A0" }; à revoir : { $reasons }
explain-score = Score
explain-coverage = Couverture
explain-robust = Robustesse
explain-flip = Bascule
explain-missing = Manque :
explain-robustness = { $share } de toutes les pondérations maintiennent le verdict d’après ce qui est connu
explain-robustness-low = { $share } quelles que soient les réponses manquantes
explain-error = un écart de { $share } sur les poids, dans le pire sens, le ferait basculer
explain-group = Groupe
explain-group-holds = le verdict tient pour tous les poids du groupe
explain-group-turns = certains poids du groupe font basculer le verdict
explain-margin = Marge
explain-steps = { $steps ->
    [1] un seul cran d’une lecture fait basculer le verdict
   *[other] { $steps } crans de lecture font basculer le verdict
  }
explain-weights = Poids
explain-no-steps = même { $steps } crans de lecture ne font pas basculer le verdict
explain-turn = { $attribute } : { $to } (et non { $from }) → { $verdict }
explain-weight = { $criterion } de { $least } à { $most } maintient le verdict
explain-weight-up = { $criterion } à partir de { $least } maintient le verdict
explain-above-zero = plus de 0
explain-sourcing = Actuel
explain-firm = ferme
explain-hold = En attente
shown-assumed = Supposé :
shown-sheet = la feuille « Qualité des données »
shown-on-sheet = sur la feuille « Qualité des données »
shown-record = le relevé
shown-in-record = dans le relevé
output-workbook = Classeur
output-summary = Synthèse
output-record = Relevé
output-table = Table
shown-help = aide
code-matters = C’est { $severities }.
code-or = { " ; ou " }
code-error = une erreur : ce qui était demandé n’a pas été fait
code-warning = un avertissement : l’exécution a continué sans ce qu’elle ne pouvait pas utiliser
code-note = une note : l’exécution a continué, et ceci est à savoir
code-mend = À faire :
shown-all = tous sont { $place }
shown-all-of = les { $count } sont { $place }
shown-lists = { $list } énumère { $count } problèmes
shown-lists-first = { $list } énumère les { $count } premiers de chaque colonne
shown-more = … et { $count } de plus ; { $elsewhere }
shown-elsewhere = … { $elsewhere }
weigh-criterion = Critère
weigh-mean = Moyenne
weigh-least = Minimum
weigh-greatest = Maximum
weigh-by = { $person } : { $method }, dans { $file }
weigh-sheet = Poids
weigh-then = Un par personne. Une fois remplis, exécutez
weigh-rulebook = Règles
weigh-next = La moyenne des poids, leur fourchette, et ceux de chaque personne comme scénario s’ils diffèrent. Pour juger d’après eux, exécutez
