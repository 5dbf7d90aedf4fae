
## The rules as used

pole-little = { $attribute } faible
setting-minimum-coverage = Couverture requise pour que le score décide
setting-borderline = Limite : distance du score à 0, jusqu’à
setting-fragile = Fragile : part des pondérations qui le maintiennent, moins de
setting-review-split = Revue : verdict partagé équilibré
setting-review-neutral = Revue : verdict partagé neutre
setting-review-provisional = Revue : verdict que ce qui manque pourrait faire basculer
setting-review-thin = Revue : verdict sur un seul critère
setting-review-one-reading = Revue : verdict que fait basculer un cran d’une seule lecture
setting-review-raters-disagree = Revue : fonction sur laquelle les évaluateurs sont en désaccord
setting-noteworthy-change = Notable : score qui a bougé de plus de
setting-percent = { $number } %
setting-points = { $number } points
setting-on = oui
setting-off = non
setting-high-volume = Volume élevé au-dessus de
setting-low-volume = Volume faible sous
setting-many-systems = Nombreux systèmes à partir de
setting-material-cost = Coût annuel significatif à partir de
setting-short-recovery = Délai de reprise court jusqu’à (heures)

## How the file was read

column-known = { $count } sur { $all }
column-not-used = non utilisée
columns-not-used = non utilisées ({ $count } colonnes)
columns-from-to = { $first } à { $last }
sheets-named = { $count ->
    [one] feuille { $sheets }
   *[other] feuilles { $sheets }
  }
header-row = ligne { $row }
header-rows = lignes { $first } à { $last }
accounting-rows = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
  } hors en-tête ({ $header }) : { $functions ->
    [one] { $functions } évaluée
   *[other] { $functions } évaluées
  } et { $rest } à l’écart.
accounting-rows-on = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
  } ({ $sheets }), hors en-tête ({ $header }) : { $functions ->
    [one] { $functions } évaluée
   *[other] { $functions } évaluées
  } et { $rest } à l’écart.
accounting-left-out = Lignes écartées : { $rows }.
totals-column = « { $name } » (colonne { $letters })
totals-equal = { $count ->
    [1] Le total de { $column } est égal à la somme de ses fonctions.
    [2] Les deux totaux de { $column } sont égaux aux sommes de leurs fonctions.
   *[other] Les { $count } totaux de { $column } sont égaux aux sommes de leurs fonctions.
  }
totals-differ = Le total de { $column }, ligne { $row }, est { $stated } : { $difference } de { $less ->
    [0] plus
   *[other] moins
  } que la somme de ses fonctions, { $sum }.
totals-more = D’autres totaux de { $column } ne sont pas les sommes de leurs fonctions.
excluded-title = { $count ->
    [one] { $count } ligne de titre
   *[other] { $count } lignes de titre
  }
excluded-blank = { $count ->
    [one] { $count } ligne vide
   *[other] { $count } lignes vides
  }
excluded-types = { $count ->
    [one] { $count } ligne de types
   *[other] { $count } lignes de types
  }
excluded-header = { $count ->
    [one] { $count } en-tête répété
   *[other] { $count } en-têtes répétés
  }
excluded-line = { $count ->
    [one] { $count } ligne de tirets
   *[other] { $count } lignes de tirets
  }
excluded-heading = { $count ->
    [one] { $count } ligne de rubrique
   *[other] { $count } lignes de rubrique
  }
excluded-total = { $count ->
    [one] { $count } ligne de total
   *[other] { $count } lignes de total
  }
excluded-statistic = { $count ->
    [one] { $count } ligne de statistiques
   *[other] { $count } lignes de statistiques
  }
excluded-note = { $count ->
    [one] { $count } ligne de note
   *[other] { $count } lignes de note
  }
excluded-other-table = { $count ->
    [one] { $count } ligne d’un autre tableau
   *[other] { $count } lignes d’un autre tableau
  }
excluded-parent = { $count ->
    [one] { $count } ligne parente
   *[other] { $count } lignes parentes
  }
excluded-part = { $count ->
    [one] { $count } ligne qui fait partie d’une autre
   *[other] { $count } lignes qui font partie d’autres
  }
excluded-earlier = { $count ->
    [one] { $count } ligne d’une année antérieure
   *[other] { $count } lignes d’années antérieures
  }
excluded-unselected = { $count ->
    [one] { $count } ligne hors `--where`
   *[other] { $count } lignes hors `--where`
  }
excluded-no-name = { $count ->
    [one] { $count } ligne sans nom
   *[other] { $count } lignes sans nom
  }
excluded-uneven = { $count ->
    [one] { $count } ligne irrégulière
   *[other] { $count } lignes irrégulières
  }
repeated-names = { $count ->
    [one] { $count } fonction reprend le nom d’une fonction précédente
   *[other] { $count } fonctions reprennent le nom d’une fonction précédente
  }
repeated-ids = { $count ->
    [one] { $count } fonction reprend l’identifiant d’une fonction précédente
   *[other] { $count } fonctions reprennent l’identifiant d’une fonction précédente
  }
repeated = { $functions } ; toutes ont été conservées.
answers-none = « { $file } » n’a pas de nouvelle réponse
answers-new = « { $file } » a { $count ->
    [one] { $count } nouvelle réponse
   *[other] { $count } nouvelles réponses
  } pour { $of ->
    [one] { $of } fonction
   *[other] { $of } fonctions
  }
answers-replaced = { $answers }, dont { $count } à la place d’une autre valeur
answers-unused = { $answers } ; { $count ->
    [one] { $count } de ses lignes n’a pas pu être utilisée
   *[other] { $count } de ses lignes n’ont pas pu être utilisées
  }
answers-came-to = { $answers }.
answers-disputed = Les évaluateurs sont en désaccord sur { $count ->
    [one] { $count } fonction
   *[other] { $count } fonctions
  } : ce sur quoi ils divergent compte comme non connu entre leurs réponses.
answers-last = Les évaluateurs sont en désaccord sur { $count ->
    [one] { $count } fonction
   *[other] { $count } fonctions
  } : la dernière réponse compte, et une note indique les autres.
answers-median = Les évaluateurs sont en désaccord sur { $count ->
    [one] { $count } fonction
   *[other] { $count } fonctions
  } : la médiane de leurs réponses compte, et une note indique chacune d’elles.
answers-settled = { $open ->
    [0] Sans les réponses, chaque fonction a déjà un verdict.
    [1] { $count ->
        [0] La seule fonction qui n’a pas de verdict sans les réponses n’en a pas non plus avec elles.
       *[other] La seule fonction qui n’a pas de verdict sans les réponses en a un avec elles.
    }
   *[other] { $count ->
        [0] Des { $open } fonctions qui n’ont pas de verdict sans les réponses, aucune n’en a un avec elles.
        [one] Des { $open } fonctions qui n’ont pas de verdict sans les réponses, { $count } en a un avec elles.
       *[other] Des { $open } fonctions qui n’ont pas de verdict sans les réponses, { $count } en ont un avec elles.
    }
  }
answers-changed = { $count ->
    [one] Avec elles, { $count } autre fonction a un autre verdict.
   *[other] Avec elles, { $count } autres fonctions ont un autre verdict.
  }
selected = Seules les lignes qui remplissent { $conditions } ont été prises, comme indiqué.
assumed = « { $attribute } » vaut { $value } pour { $count ->
    [one] { $count } fonction
   *[other] { $count } fonctions
  } sans réponse.
assumed-in = « { $attribute } » vaut { $value } pour { $count ->
    [one] { $count } fonction
   *[other] { $count } fonctions
  } sans réponse ({ $department }).

## Where the figures come from

provenance-input = Entrée
provenance-input-format = Format d’entrée
provenance-input-size = Taille d’entrée
provenance-bytes = { $count } octets
provenance-sha256 = { $of }, SHA-256
provenance-answers = Réponses
provenance-earlier-run = Exécution précédente
provenance-kept = Modifié auparavant, et conservé sous
provenance-sheet = Feuille
provenance-sheets = Feuilles
provenance-header = En-tête
provenance-source = Source des règles
provenance-wording = Textes
provenance-program = Programme
provenance-command-line = Ligne de commande
