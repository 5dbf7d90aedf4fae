
## What has changed since an earlier run

since-new = { $count ->
    [one] { $count } nouvelle
   *[other] { $count } nouvelles
  }
since-gone = { $count ->
    [one] { $count } disparue
   *[other] { $count } disparues
  }
since-verdicts = { $count ->
    [one] { $count } verdict changé
   *[other] { $count } verdicts changés
  }
since-scores = { $count ->
    [one] { $count } variation notable de score
   *[other] { $count } variations notables de score
  }
since-other-scores = { $count ->
    [one] { $count } autre variation notable de score
   *[other] { $count } autres variations notables de score
  }
since-ambiguous = { $count ->
    [one] { $count } non comparée
   *[other] { $count } non comparées
  }
since-nothing = rien de nouveau, rien de disparu, aucun verdict changé
since-carried = { $count ->
    [one] { $count } décision reprise
   *[other] { $count } décisions reprises
  }
since-carried-all-to-check = { $count ->
    [one] { $count } décision reprise, à vérifier
   *[other] { $count } décisions reprises, toutes à vérifier
  }
since-carried-some-to-check = { $count ->
    [one] { $count } décision reprise
   *[other] { $count } décisions reprises
  }, dont { $to_check } à vérifier
since-not-carried = { $count ->
    [one] { $count } décision non reprise
   *[other] { $count } décisions non reprises
  }
rules-other-text = Les règles s’appellent toujours { $now }, mais leur texte a changé ; des verdicts ont donc pu changer avec lui.
rules-other = Les règles étaient { $before } et sont { $now } ; des verdicts ont donc pu changer avec elles.
rules-same = Les règles sont les mêmes, { $now }.
rules-unnamed = Le fichier précédent ne nomme pas ses règles.
rules-moved = En chiffres : { $figures }.
premises-before = L’exécution précédente { $parts } ; celle-ci, non.
premises-now = Cette exécution { $parts } ; la précédente, non.
premises-answers = a utilisé les réponses de { $files }
premises-assumed = a supposé { $levels }
premises-where = n’a lu que les lignes avec { $rows }
premises-given = a été lancée avec { $options }
premises-answers-changed = Les réponses de { $files } ne sont plus celles de l’exécution précédente.
premises-untold = Le fichier précédent ne dit pas avec quelles indications son exécution a été lancée.
left-row = Se trouvait en ligne { $row } de { $file }
left-ambiguous = son identifiant et son nom ne disent pas laquelle c’est
left-decided = ce qui a été décidé n’est conservé qu’ici
left-no-function = pas une fonction
left-gone = disparue
change-verdict = autre verdict
change-decision = décision à vérifier
change-ambiguous = non comparée
change-score = autre score
change-new = nouvelle
change-name = autre nom
change-id = autre identifiant
change-department = autre département
because-other-rules = aucun élément n’a bougé ; les règles sont autres
because-other-coverage = aucun élément n’a bougé, mais la part connue a changé
because-was-called = s’appelait { $name }
because-had-no-id = n’avait pas d’identifiant
because-had-id = avait l’identifiant { $id }
because-was-of = relevait du département { $department }
decided = { $count ->
    [one] { $count } décision
   *[other] { $count } décisions
  } sur { $functions ->
    [one] { $functions } fonction
   *[other] { $functions } fonctions
  } : { $parts }.
decided-agrees = { $count ->
    [one] { $count } concorde avec le verdict
   *[other] { $count } concordent avec le verdict
  }
decided-differs = { $count ->
    [one] { $count } en diffère
   *[other] { $count } en diffèrent
  }
decided-deferred = { $count ->
    [one] { $count } est reportée
   *[other] { $count } sont reportées
  }
decided-to-check = { $count ->
    [one] { $count } est à vérifier
   *[other] { $count } sont à vérifier
  }
