
## The pages after the first: what each is about, what was found, how to read it, and what its exhibits show

map-heading = Pourquoi : la carte du portefeuille
map-finding = { $all ->
    [1] La seule fonction de la carte est dans la zone « { $corner } ».
   *[other] { $count ->
        [one] { $count } des { $all } fonctions de la carte est dans la zone « { $corner } ».
       *[other] { $count } des { $all } fonctions de la carte sont dans la zone « { $corner } ».
      }
  }
map-no-corner = Aucune fonction de la carte ne penche vers l’un des coins.
map-lead = Pour ce qui est en haut à droite, les deux types d’éléments pèsent en faveur du BPO ; en bas à gauche, en faveur de l’externalisation classique ; dans les autres coins, ils s’opposent.
map-shows = Les fonctions selon leurs éléments
map-caption = Chaque marque est une fonction : de « { $left } » (à gauche) à « { $right } » (à droite), et de « { $below } » (en bas) à « { $above } » (en haut).
map-area = Sa surface indique son coût annuel.
map-area-by-currency = Sa surface indique son coût annuel rapporté à la fonction la plus coûteuse dans la même devise.
map-costliest = Seules les { $count } plus coûteuses sont affichées.
map-corner = { $corner } : { $count }
map-in-words = Fonctions par coin : { $corners }. Sur les lignes intermédiaires : { $between }. Sans éléments sur un axe : { $beside }.

places-heading = Où
places-one = Toutes les fonctions sont dans un même groupe : { $name }.
places-no-candidates = { $count ->
    [1] Aucune candidate n’appartient encore à un groupe nommé.
   *[other] Aucun des { $count } groupes n’a encore de candidate.
  }
places-most-cost = { $name } concentre { $share } du coût renseigné des candidates.
places-unnamed = { $count ->
    [1] La seule candidate n’appartient à aucun groupe nommé.
   *[other] Les { $count } candidates n’appartiennent à aucun groupe nommé.
  }
places-most = { $all ->
    [1] La seule candidate est dans le groupe { $name }.
   *[other] { $name } compte { $count } des { $all } candidates.
  }
places-most-each = { $names } ont le plus de candidates, { $count } sur { $all } chacun.
places-most-several = { $groups } groupes ont le plus de candidates, { $count } sur { $all } chacun.
places-departments = { $count ->
    [one] { $count } département
   *[other] { $count } départements
  }
places-locations = { $count ->
    [one] { $count } lieu
   *[other] { $count } lieux
  }
places-lead = L’inventaire nomme { $places }. Là où les candidates sont proches les unes des autres, une seule transition touche une grande part des montants et des personnes.

bpo-heading = Lesquelles : BPO
outsourcing-heading = Lesquelles : externalisation classique
ranked-none-firm = { $count ->
    [1] La seule candidate du volet { $kind } n’est pas encore ferme.
   *[other] Aucune des { $count } candidates du volet { $kind } n’est encore ferme.
  }
ranked-all-firm = { $count ->
    [1] La seule candidate du volet { $kind } est ferme : elle peut être décidée.
   *[other] Les { $count } candidates du volet { $kind } sont fermes : elles peuvent être décidées.
  }
ranked-firm = { $firm ->
    [one] { $firm } des { $count } candidates du volet { $kind } est ferme.
   *[other] { $firm } des { $count } candidates du volet { $kind } sont fermes.
  }
ranked-firm-share = { $firm ->
    [one] { $firm } des { $count } candidates du volet { $kind } est ferme et représente { $share } de leur coût renseigné.
   *[other] { $firm } des { $count } candidates du volet { $kind } sont fermes et représentent { $share } de leur coût renseigné.
  }
ranked-order = Les fermes viennent d’abord et, parmi elles, les plus coûteuses.
ranked-order-cost = Les plus coûteuses viennent d’abord.
ranked-cover = { $count ->
    [1] La première couvre { $share } du coût renseigné pour l’ensemble.
   *[other] Les { $count } premières couvrent { $share } du coût renseigné pour l’ensemble.
  }
ranked-cover-listed = Les { $count } premières couvrent { $share } du coût renseigné pour l’ensemble, les { $listed } de la liste { $listed_share }.
ranked-share-in = { $share } en { $currency }
ranked-two-figures = Quand la robustesse a deux chiffres, le second vaut quelles que soient les réponses manquantes.
ranked-in-full = { $count ->
    [1] La candidate du volet { $kind } : pourquoi, ce qui la ferait basculer et ce qu’elle apporte
   *[other] { $count } candidates du volet { $kind } : pourquoi, ce qui les ferait basculer et ce qu’elles apportent
  }
ranked-rest = { $count ->
    [one] { $count } autre candidate du volet { $kind }
   *[other] { $count } autres candidates du volet { $kind }
  }
ranked-as-above = Comme pour { $number }.

review-heading = Et ensuite : à revoir
review-finding = { $all } verdicts sont à revoir, dont { $count } pour cette raison : { $why }.
review-finding-all = { $count ->
    [one] { $count } verdict est à revoir, pour la raison ci-dessous.
   *[other] { $count } verdicts sont à revoir, tous pour cette raison : { $why }.
  }
why-split = verdict partagé
why-neutral = verdict neutre
why-provisional = dépendance à ce qui manque
why-borderline = score proche de 0
why-fragile = appui de peu de pondérations
why-thin = appui sur un seul critère
why-one-reading = dépendance à une seule lecture
why-raters-disagree = réponses divergentes
review-lead = { $count ->
    [1] Un second examen coûte peu au regard d’une décision qui ne tient pas.
   *[other] Un second examen coûte peu au regard d’une décision qui ne tient pas. Un verdict peut avoir plusieurs motifs ; les fonctions les plus coûteuses viennent d’abord.
  }
review-reasons = Motifs de revue, par verdict
review-in-full-all = Les { $count } fonctions : ce qui pèse de chaque côté et ce qui fait basculer le verdict
review-in-full = { $count ->
    [1] La fonction : ce qui pèse de chaque côté et ce qui fait basculer le verdict
   *[other] Les { $count } plus coûteuses : ce qui pèse de chaque côté et ce qui fait basculer le verdict
  }
review-rest = { $count ->
    [one] { $count } autre à revoir
   *[other] { $count } autres à revoir
  }
review-others = { $count ->
    [one] { $count } autre est candidate : ses motifs figurent dans la liste des candidates.
   *[other] { $count } autres sont candidates : leurs motifs figurent dans les listes de candidates.
  }
reason-split = Ce qui pèse d’un côté compense ce qui pèse de l’autre.
reason-neutral = Rien ne pèse d’aucun côté.
reason-raters-disagree = Des personnes donnent sur elle des réponses différentes ; ce sur quoi elles divergent compte comme non connu entre ces réponses.
reason-borderline = Le score est à { $points } points de 0 ou moins.
reason-fragile = Moins de { $share } % de toutes les pondérations maintiennent le verdict.

findings-heading = Et ensuite : bénéfices et risques
raised-risk = { $risks ->
    [one] Le risque le plus souvent signalé : { $risk }, pour { $count } sur { $all ->
        [one] { $all } candidate.
       *[other] { $all } candidates.
      }
   *[other] Les risques les plus souvent signalés : { $risk }, chacun pour { $count } sur { $all ->
        [one] { $all } candidate.
       *[other] { $all } candidates.
      }
  }
raised-none = Aucun risque n’a été signalé pour les candidates.
raised-lead = Chacun est signalé par ce que l’inventaire dit de la fonction, et constitue une question au prestataire ou une ligne du contrat. Le coût est celui des fonctions concernées.
findings-risks-heading = Risques des candidates
findings-benefits-heading = Bénéfices des candidates
findings-terms-heading = Ce que les contrats doivent dire
findings-not-raised = Signalé pour aucune candidate : { $findings }.

jobs-heading = Et ensuite : transition et emplois
jobs-in-house = { $count ->
    [1] La candidate réalisée en interne occupe { $people ->
        [one] { $jobs } personne (ETP)
       *[other] { $jobs } personnes (ETP)
      }
   *[other] Les { $count } candidates réalisées en interne occupent { $people ->
        [one] { $jobs } personne (ETP)
       *[other] { $jobs } personnes (ETP)
      }
  }
jobs-of = { $count ->
    [1] La candidate occupe { $people ->
        [one] { $jobs } personne (ETP)
       *[other] { $jobs } personnes (ETP)
      }, quel que soit l’employeur
   *[other] Les { $count } candidates occupent { $people ->
        [one] { $jobs } personne (ETP)
       *[other] { $jobs } personnes (ETP)
      }, quel que soit l’employeur
  }
jobs-all = { $jobs }.
jobs-most = { $jobs }, dont { $share } à un endroit : { $place }.
jobs-lead = L’externalisation peut abaisser les coûts, et coûter des emplois dans certains secteurs et certains lieux ; les politiques publiques et le développement des compétences influent sur l’un et l’autre effet. Il n’appartient pas à cette évaluation de dire lesquels de ces emplois seraient déplacés, modifiés ou maintenus.
jobs-show-in-house = Personnes (ETP) dont le travail est fait en interne, par verdict
jobs-show = Personnes (ETP), par verdict
jobs-whole = total

decisions-heading = Et ensuite : décisions
decisions-finding = { $all ->
    [1] La seule fonction a fait l’objet d’une décision.
   *[other] { $count ->
    [one] { $count } fonction sur { $all } a fait l’objet d’une décision.
   *[other] { $count } fonctions sur { $all } ont fait l’objet d’une décision.
    }
  }
decisions-open = { $count ->
    [one] { $count } candidate reste à décider.
   *[other] { $count } candidates restent à décider.
  }
decisions-open-cost = { $count ->
    [one] { $count } candidate reste à décider, pour { $cost } par an.
   *[other] { $count } candidates restent à décider, pour { $cost } par an.
  }
decisions-none-open = Aucune candidate ne reste à décider.
decisions-show = Décisions, les fonctions les plus coûteuses d’abord
changes-heading = Et ensuite : changements depuis l’exécution précédente
changes-finding = { $verdicts ->
    [0] Aucun verdict n’a changé depuis l’exécution précédente
    [one] { $verdicts } verdict a changé depuis l’exécution précédente
   *[other] { $verdicts } verdicts ont changé depuis l’exécution précédente
  }{ $new ->
    [0] { "" }
    [one] { "\u00A0" }; { $new } fonction est nouvelle
   *[other] { "\u00A0" }; { $new } fonctions sont nouvelles
  }{ $gone ->
    [0] { "" }
    [one] { "\u00A0" }; { $gone } a disparu
   *[other] { "\u00A0" }; { $gone } ont disparu
  }.
changes-show = Ce qui a changé, le plus grave d’abord

course-heading = Depuis la première exécution
course-finding = { $firm } { $firm ->
    [one] verdict est ferme,
   *[other] verdicts sont fermes,
  } contre { $firm_before } à la première exécution{ $decided ->
    [0] { "." }
    [one] { "\u00A0; " }{ $decided } fonction est décidée, contre { $decided_before }.
   *[other] { "\u00A0; " }{ $decided } fonctions sont décidées, contre { $decided_before }.
  }
course-lead-same = En { $runs } exécutions depuis le { $date }, la part connue de l’ensemble reste de { $covered } %, et { $open ->
    [0] aucune fonction ne manque
    [1] 1 fonction manque
   *[other] { $open } fonctions manquent
  } d’éléments, comme à la première.
course-lead = En { $runs } exécutions depuis le { $date }, le nombre de fonctions sans éléments suffisants est passé de { $open_before } à { $open }, et la part connue de l’ensemble de { $covered_before } % à { $covered } %.
course-show = Verdicts fermes, décisions et fonctions sans éléments suffisants, à chaque exécution
course-firm = verdicts fermes
course-decided = décidées
course-open = sans éléments suffisants
scenarios-heading = Certitude : scénarios
scenarios-finding = { $moved ->
    [0] Aucun verdict ne dépend du scénario.
    [one] Le verdict de { $moved } fonction dépend du scénario.
   *[other] { $moved } verdicts sur { $all } dépendent du scénario.
  }
scenarios-lead = { $holding ->
    [0] Aucune fonction ne garde
    [one] { $all ->
        [1] La seule fonction garde
       *[other] { $holding } fonction sur { $all } garde
      }
   *[other] { $holding } fonctions sur { $all } gardent
  } le verdict de cette exécution { $count ->
    [1] dans le scénario
   *[other] dans chacun des { $count } scénarios
  }{ $holding ->
    [0] .
   *[other] { "\u00A0" }: là, peu importe ce que l’on retient.
  }
scenarios-run = Cette exécution
scenarios-weight = { $name } pèse { $now } au lieu de { $before }
scenarios-threshold = { $name } : { $now } au lieu de { $before }
scenarios-assumed = { $name } : { $value } par hypothèse, là où rien n’est dit
scenarios-assumed-in = { $name } ({ $department }) : { $value } par hypothèse, là où rien n’est dit
scenarios-show = Fonctions et coût annuel par verdict, dans cette exécution et dans chaque scénario
scenarios-moved-show = Fonctions dont un scénario change le verdict, les plus coûteuses d’abord
scenarios-in = dans { $scenario } : { $why }
scenarios-score = score { $before } → { $now }
scenarios-coverage = on en sait trop peu
scenarios-enough = on en sait assez
scenarios-why = Ce qui le fait bouger
scenarios-cost = { $verdict } : coût annuel
pdf-scenario = Scénario
pdf-differs = Ce qui diffère
pdf-other-verdicts = Autres verdicts
pdf-in-the-run = Dans l’exécution
pdf-in-scenarios = Dans les scénarios
shown-scenarios = Scénarios :
scenarios-moved = { $count ->
    [0] aucun dans { $scenario }
   *[other] { $count } dans { $scenario }
  }
sureness-heading = Certitude : poids et lectures
sureness-lead = { $firm ->
    [0] Aucun verdict ne permet de décider en l’état
    [one] { $all ->
        [1] Le seul verdict permet de décider en l’état
       *[other] { $firm } verdict sur { $all } permet de décider en l’état
      }
   *[other] { $firm } verdicts sur { $all } permettent de décider en l’état
  } ; { $turned ->
    [0] aucun ne basculerait si une seule réponse était décalée d’un cran.
    [one] { $turned } basculerait si une seule réponse était décalée d’un cran : vérifiez d’abord cette réponse.
   *[other] { $turned } basculeraient si une seule réponse était décalée d’un cran : vérifiez d’abord ces réponses.
  }
sureness-show = Combien de verdicts tiennent, et combien tiennent à peu de chose
certainty-firm = On peut décider : rien de ce qui manque ne pourrait le faire basculer, et rien n’appelle un second examen.
certainty-thin-name = Repose sur un seul critère
certainty-thin = Un seul critère se prononce.
certainty-one-reading-name = Tient à une réponse
certainty-one-reading = Une seule réponse, décalée d’un cran, le ferait basculer.
certainty-hold = Une loi, un contrat ou une autre contrainte empêche de décider maintenant.
swings-show = Verdicts qui changent quand un poids bouge, les autres restant inchangés : baissé jusqu’à 0 (à gauche), multiplié jusqu’à { $times } (à droite)
swings-lowered = Baissé à 0
swings-raised = Multiplié par { $times }

unknown-heading = Ce qui n’est pas connu
unknown-most = { $all ->
    [1] « { $attribute } » est la réponse qui manque le plus : pour la seule fonction sans verdict acquis.
   *[other] « { $attribute } » est la réponse qui manque le plus : pour { $count } des { $all } fonctions sans verdict acquis.
  }
unknown-most-each = { $all ->
    [1] { $attributes } : ce sont les réponses qui manquent le plus, pour la seule fonction sans verdict acquis.
   *[other] { $attributes } : ce sont les réponses qui manquent le plus, chacune pour { $count } des { $all } fonctions sans verdict acquis.
  }
unknown-most-several = { $all ->
    [1] Il manque { $answers } réponses à la seule fonction sans verdict acquis.
   *[other] { $answers } réponses manquent le plus, chacune pour { $count } des { $all } fonctions sans verdict acquis.
  }
unknown-questions-heading = Quoi demander, ce qui tranche le plus d’abord
unknown-functions-heading = Fonctions sans verdict, selon ce qui manque
missing-more = { $count ->
    [one] À { $count } autre fonction, il manque autre chose.
   *[other] À { $count } autres fonctions, il manque autre chose.
  }

method-heading = Méthode
rules-finding = { $count ->
    [1] Un seul critère décide, et aucun verdict ne tire rien du nom d’une fonction.
   *[other] { $count } critères décident, et aucun verdict ne tire rien du nom d’une fonction.
  }
departments-none = L’inventaire ne nomme aucun département.
locations-unknown = L’inventaire ne nomme aucun lieu.
locations-no-people = Aucune candidate n’indique d’effectif ; les emplois touchés ne sont donc pas connus.
bpo-none = Aucune fonction n’est candidate au BPO.
outsourcing-none = Aucune fonction n’est candidate à l’externalisation classique.
review-none = Aucun verdict n’est à revoir.
method-criteria-heading = Les critères appliqués
method-settings-heading = Seuils et autres paramètres

quality-heading = Données : comment l’inventaire a été lu
reading-all = { $rows ->
    [1] La seule ligne est une fonction, et tout a été compris.
   *[other] { $functions } des { $rows } lignes sont des fonctions, et tout a été compris.
  }
reading-problems = { $rows ->
    [1] La seule ligne est une fonction ; la lecture a laissé { $problems }.
   *[other] { $functions } des { $rows } lignes sont des fonctions ; la lecture a laissé { $problems }.
  }
quality-columns-heading = Colonnes telles que lues
quality-not-used = { $count ->
    [one] Non utilisée : colonne { $columns }.
   *[other] Non utilisées : colonnes { $columns }.
  }
quality-problems-heading = Ce qui n’a pas été compris, ou mérite un coup d’œil
quality-provenance-heading = D’où viennent les chiffres
brief-heading = Ce que le fichier dit
brief-read = { $count ->
    [one] Lu : { $columns }, soit { $count } colonne sur { $all }.
   *[other] Lu : { $columns }, soit { $count } colonnes sur { $all }.
  }

source-columns = { $count ->
    [one] Source : { $file }, colonne { $columns } ; règles { $rulebook }.
   *[other] Source : { $file }, colonnes { $columns } ; règles { $rulebook }.
  }
source-judged = Source : { $file } ; règles { $rulebook }.
source-file = Source : { $file }.
source-rules = Source : règles { $rulebook }, d’après { $source }.
