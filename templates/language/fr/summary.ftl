
## The answer at the head of every report

headline-one-bpo = La seule fonction est candidate au BPO.
headline-one-outsourcing = La seule fonction est candidate à l’externalisation classique.
headline-one-neither = La seule fonction n’est encore candidate ni au BPO ni à l’externalisation classique.
headline-neither = Sur { $all } fonctions, aucune n’est encore candidate au BPO ni à l’externalisation classique.
headline-outsourcing = Sur { $all } fonctions, { $outsourcing ->
    [one] { $outsourcing } est candidate
   *[other] { $outsourcing } sont candidates
  } à l’externalisation classique, et aucune au BPO.
headline-bpo = Sur { $all } fonctions, { $bpo ->
    [one] { $bpo } est candidate
   *[other] { $bpo } sont candidates
  } au BPO, et aucune à l’externalisation classique.
headline-both = Sur { $all } fonctions, { $bpo ->
    [one] { $bpo } est candidate
   *[other] { $bpo } sont candidates
  } au BPO et { $outsourcing } à l’externalisation classique.
headline-one-split = Son verdict est partagé
headline-split = { $count ->
    [one] { $count } a un verdict partagé
   *[other] { $count } ont un verdict partagé
  }
headline-one-lacks = Elle manque d’éléments
headline-lack = { $count ->
    [one] { $count } manque d’éléments
   *[other] { $count } manquent d’éléments
  }
headline-split-neutral = { $count ->
    [one] { $count } a un verdict partagé (neutre : rien ne pèse sur elle)
   *[other] { $count } ont un verdict partagé (dont { $neutral } au verdict neutre : rien ne pèse)
  }
standing-of = { $kind } : { $parts }.
standing-firm = { $count ->
    [0] aucune ferme
    [one] { $count } ferme
   *[other] { $count } fermes
  }
standing-provisional = { $count ->
    [one] { $count } provisoire
   *[other] { $count } provisoires
  }
standing-review = { $count ->
    [one] { $count } acquise mais à revoir
   *[other] { $count } acquises mais à revoir
  }
standing-on-hold = { $count ->
    [one] { $count } en attente
   *[other] { $count } en attente
  }
standing-external = { $parts } ; { $count ->
    [one] { $count } est déjà confiée à un prestataire externe
   *[other] { $count } sont déjà confiées à des prestataires externes
  }
standing-external-cost = { $parts } ; { $count ->
    [one] { $count } est déjà confiée à un prestataire externe, pour { $cost } par an
   *[other] { $count } sont déjà confiées à des prestataires externes, pour { $cost } par an
  }
standing-group = { $all ->
    [1] Le seul verdict orienté { $count ->
        [0] ne tient pas
       *[other] tient
    }
   *[other] Sur { $all } verdicts orientés, { $count ->
        [0] aucun ne tient
        [one] { $count } tient
       *[other] { $count } tiennent
    }
  } pour tous les poids du groupe.
headline-jobs = { $count ->
    [1] La candidate réalisée en interne occupe { $people ->
        [one] { $jobs } personne (ETP).
       *[other] { $jobs } personnes (ETP).
      }
   *[other] Les { $count } candidates réalisées en interne occupent { $people ->
        [one] { $jobs } personne (ETP).
       *[other] { $jobs } personnes (ETP).
      }
  }
headline-undecided = { $parts }.
headline-one-costs = Elle coûte { $cost } par an.
headline-bpo-costs = { $bpo ->
    [1] La candidate au BPO coûte { $cost } par an
   *[other] Les candidates au BPO coûtent { $cost } par an
  }
headline-outsourcing-costs = { $outsourcing ->
    [1] La candidate à l’externalisation classique coûte { $cost } par an
   *[other] Les candidates à l’externalisation classique coûtent { $cost } par an
  }
headline-both-cost = { $bpo ->
    [1] La candidate au BPO coûte { $bpo_cost } par an
   *[other] Les candidates au BPO coûtent { $bpo_cost } par an
  }, { $outsourcing ->
    [1] celle à l’externalisation classique
   *[other] celles à l’externalisation classique
  } { $outsourcing_cost }
headline-costs = { $costs }.
headline-share = { $costs }, soit { $share } du coût renseigné.
headline-share-together = { $costs }, soit ensemble { $share } du coût renseigné.

## Figures, questions and groups

figure-functions = fonctions
figure-cost = coût annuel
figure-people = effectif (ETP)
figure-coverage = couverture
figure-coverage-note = des éléments déterminants sont connus
figure-every-function = renseigné pour chaque fonction
figure-some-functions = renseigné pour { $count } sur { $all }
figure-every-row = toutes les lignes
figure-rows-left-out = { $count ->
    [one] { $count } ligne écartée
   *[other] { $count } lignes écartées
  }
split-by-count = en nombre
split-by-cost = en coût annuel
split-by-cost-in = en coût annuel ({ $currency })
known-all = { $coverage } des éléments déterminants sont connus ; rien de déterminant ne manque.
known-the-one-partly = { $coverage } des éléments déterminants sont connus ; il manque quelque chose.
known-each-partly = { $coverage } des éléments déterminants sont connus ; il manque quelque chose pour chaque fonction.
known-some-partly = { $coverage } des éléments déterminants sont connus ; il manque quelque chose pour { $count ->
    [one] { $count } fonction
   *[other] { $count } fonctions
  }.
question-plain = Quel est le niveau de la fonction pour « { $attribute } » ?
effect-together = avec les réponses précédentes, tranche { $verdicts }
effect-alone = tranche { $verdicts }
effect-none = manque pour { $count ->
    [one] { $count } fonction
   *[other] { $count } fonctions
  } ; n’en tranche aucune à elle seule
unsettled-the-one = la seule fonction sans verdict acquis, quelle que soit la réponse
unsettled-the-one-perhaps = la seule fonction sans verdict acquis, selon la réponse
unsettled-whatever = { $count } des { $all } fonctions, quelle que soit la réponse
unsettled-depending = de { $least } à { $most } des { $all } fonctions, selon la réponse
first-answers = Des réponses sur { $attributes } tranchent { $verdicts }.
department = Département
location = Lieu
group-other-departments = { $count } autres départements
group-other-locations = { $count } autres lieux
group-not-stated = non renseigné
findings-others = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
  }
problems-unlisted = { $count } de plus du type « { $code } » ne figurent pas ici
footer-sheet = feuille { $sheet }
footer-sheets = { $count } feuilles
footer-rulebook = règles { $rulebook }

## The first sheet of the workbook

groups-by-department = Fonctions par département
groups-by-location = Fonctions par lieu
groups-largest = { $title }, les plus grands groupes
ready-the-one = Elle peut être décidée sans second examen.
ready = { $count ->
    [one] { $count } fonction peut faire l’objet d’une décision sans second examen : { $functions }.
   *[other] { $count } fonctions peuvent faire l’objet d’une décision sans second examen : { $functions }.
  }
ready-first = { $count ->
    [one] { $count } fonction peut faire l’objet d’une décision sans second examen, avant tout { $functions }.
   *[other] { $count } fonctions peuvent faire l’objet d’une décision sans second examen, avant tout { $functions }.
  }
ready-bpo = { $function } (BPO)
ready-bpo-cost = { $function } (BPO, { $cost })
ready-outsourcing = { $function } (externalisation classique)
ready-outsourcing-cost = { $function } (externalisation classique, { $cost })
hangs-none = Aucun verdict ne change quand un seul poids passe de 0 à { $times } fois sa valeur.
hangs-most = Le poids qui compte le plus est celui du critère « { $criterion } » : { $count ->
    [one] { $count } verdict sur { $all } change
   *[other] { $count } verdicts sur { $all } changent
  } quand il passe de 0 à { $times } fois sa valeur.
main-risk = { $risks ->
    [one] Le risque le plus souvent signalé : { $risk }, pour { $count ->
        [one] { $count } candidate.
       *[other] { $count } candidates.
      }
   *[other] Les risques les plus souvent signalés : { $risk }, chacun pour { $count ->
        [one] { $count } candidate.
       *[other] { $count } candidates.
      }
  }

## Heat map and risks

heat-map-legend = Le bleu et le + plaident pour le BPO, l’ambre et le − pour l’externalisation classique ; les hachures grises signalent l’inconnu. Classement par verdict et score, du BPO à l’externalisation classique ; ce qui manque d’éléments vient en dernier.
heat-map-more = Seules les { $shown } plus coûteuses de { $all ->
    [one] { $all } fonction
   *[other] { $all } fonctions
  } figurent ici ; { $rest ->
    [one] { $rest } de plus figure sur la feuille « Évaluation ».
   *[other] { $rest } de plus figurent sur la feuille « Évaluation ».
  }
risk = Risque
contract-term = Clause
benefit = Bénéfice
risks-none = Aucune fonction n’a donné lieu à un risque, une clause ou un bénéfice.
risks-legend = Ce que les éléments signalent pour chaque fonction : d’abord les risques, puis les clauses et les bénéfices. Dans chaque type viennent d’abord les plus fréquents, et pour chacun les fonctions les plus coûteuses.
risks-more = { $shown ->
    [one] Seul { $shown } constat
   *[other] Seuls { $shown } constats
  } { $functions ->
    [one] de la fonction la plus coûteuse
   *[other] des { $functions } fonctions les plus coûteuses
  } { $shown ->
    [one] figure ici
   *[other] figurent ici
  } ; { $rest ->
    [one] { $rest } de plus figure sur la feuille « Évaluation ».
   *[other] { $rest } de plus figurent sur la feuille « Évaluation ».
  }

## Weights and formulas

threshold-minimum-coverage = Pourcentage des éléments possibles qui doit être connu pour que le score décide à lui seul.
threshold-borderline = Points : un score à cette distance de 0 ou moins envoie la fonction en revue.
threshold-fragile = Pourcentage : un verdict que maintient une part moindre de toutes les pondérations va aussi en revue.
threshold-review-split = 1 : un verdict partagé équilibré va aussi en revue. 0 : il n’y va pas.
threshold-review-neutral = 1 : un verdict partagé neutre, où rien ne pèse d’aucun côté, va aussi en revue. 0 : il n’y va pas.
threshold-review-provisional = 1 : un verdict que ce qui manque pourrait encore faire basculer va aussi en revue. 0 : il n’y va pas.
threshold-review-thin = 1 : un verdict qui repose sur un seul critère va aussi en revue. 0 : il n’y va pas.
threshold-review-one-reading = 1 : un verdict que ferait basculer la valeur suivante d’une seule lecture va aussi en revue. 0 : il n’y va pas.
threshold-review-raters-disagree = 1 : une fonction sur laquelle les évaluateurs donnent des réponses différentes va aussi en revue. 0 : elle n’y va pas.
figures-live = Les verdicts et les scores de la feuille « Évaluation » sont des formules sur les niveaux de cette feuille et sur les poids et les seuils de la feuille « Critères » : modifiez un poids ou remplacez un niveau, et tous les verdicts suivent, et avec eux les chiffres, les graphiques et les listes de la synthèse. Les motifs, les constats, les phrases et les autres feuilles sont ceux de l’exécution.
figures-no-workbook = Il n’y a pas de classeur, comme demandé par `--no-workbook`.
figures-values = Les verdicts et les scores sont des valeurs et ne suivent pas les poids, comme demandé par `--values`.
figures-many-functions = Les verdicts et les scores sont des valeurs et ne suivent pas les poids : avec plus de { $count } fonctions, les formules seraient lentes ; `--live` les écrit malgré tout.
figures-many-columns = Les verdicts et les scores sont des valeurs et ne suivent pas les poids : avec autant de colonnes ou de critères, les formules seraient lentes ; `--live` les écrit malgré tout.
