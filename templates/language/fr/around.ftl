### Ce que disent les résultats d'outsift, dans la syntaxe de Project Fluent (https://projectfluent.org).

## The document

language = fr
title = Revue du portefeuille d’externalisation
figure-decimal-mark = ,
figure-thousands-mark = { "\u202F" }
figure-percent = { $number } %
figure-thousand = { $number } k
figure-million = { $number } M
figure-billion = { $number } Md
figure-money-sign = { $number } { $sign }
figure-money-code = { $number } { $code }

## Headings of page one, and the method

page-one-decide-heading = À décider maintenant
page-one-settle-heading = Ce qui trancherait le plus
page-one-contents-heading = Dans ce rapport
method-rules = { $count ->
    [one] Les règles ont un critère, { $criteria },
   *[other] Les règles ont { $count } critères, { $criteria },
  } et nomment comme source : { $source }. Les poids et les seuils sont propres aux règles, et figurent ici.
method-changed = { $more ->
    [0] Elles diffèrent des règles par défaut : { $changes }.
   *[other] Elles diffèrent des règles par défaut : { $changes } ; et { $more } de plus.
  }
method-evidence = Chaque attribut est lu sur un niveau de 0 à 100, et seul pèse ce qui dépasse le milieu de son échelle. Les éléments d’un critère valent ce qui pèse en faveur du BPO moins ce qui pèse en faveur de l’externalisation classique ; le score est la moyenne pondérée des éléments, de −100 (externalisation classique) à +100 (BPO). Tout est calculé en nombres entiers.
method-missing = Ce qui manque n’est jamais pris pour Faible : cela ne pèse d’aucun côté, et le score est donné avec la fourchette qu’il peut encore parcourir. Si toute la fourchette est d’un même côté de 0, ce côté est le verdict, et il est acquis : rien de ce qui manque ne pourrait le faire basculer. Sinon, le signe du score décide si assez d’éléments sont connus, et le verdict est provisoire. Un score de 0 n’est un verdict partagé que si rien de ce qui manque ne peut le faire bouger.
method-strength = Un verdict est mince si, de plusieurs critères, un seul se prononce ; contesté si un critère plaide contre lui ou pèse dans les deux sens ; net sinon. Sa robustesse est la part exacte de toutes les pondérations possibles des critères qui le maintiennent, d’après ce qui est connu et quelles que soient les réponses manquantes. Sa marge est le plus petit nombre de crans de lecture, chacun vers la valeur suivante de son échelle, qui le font basculer. Un verdict est ferme s’il est acquis et que rien ne l’envoie en revue.
method-twice = { $count ->
    [one] { $attributes } compte dans plus d’un critère.
   *[other] { $attributes } comptent chacun dans plus d’un critère.
  }
method-terms = { $count ->
    [one] { $criteria } ne fait jamais bouger un verdict : ce critère donne des clauses pour le contrat.
   *[other] { $criteria } ne font jamais bouger un verdict : ces critères donnent des clauses pour le contrat.
  }
method-off = { $count ->
    [one] Un poids de 0 désactive { $criteria }.
   *[other] Un poids de 0 désactive { $criteria }.
  }
method-extensions = Au-delà des listes de la source, les règles ajoutent comme extensions : { $findings }.
finding-of = { $title } ({ $verdict })
extension-on-hold = fonctions en attente ({ $titles })
method-limits = Ceci est une évaluation de ce que dit l’inventaire, non un conseil. Elle ne sait rien des prestataires, des prix, des contrats ni du droit, et aucun verdict ne tire rien du nom d’une fonction.
method-more = { "" }
terms-heading = Termes
term-bpo = BPO
term-bpo-meaning = Externalisation de processus métier : un processus métier complet et continu est confié à un prestataire externe, qui le gère en lien étroit avec l’entreprise.
term-outsourcing = Externalisation classique
term-outsourcing-meaning = Un travail ou des tâches isolées sont confiés à un prestataire externe, qui les prend en charge.
term-firm = Ferme
term-firm-meaning = Verdict acquis, qui n’est ni en attente ni sur une liste de revue : on peut décider.
term-settled = Acquis
term-settled-meaning = Rien de ce qui manque ne pourrait faire basculer le verdict.
term-provisional = Provisoire
term-provisional-meaning = On en sait assez pour un verdict, mais ce qui manque pourrait encore le faire basculer.
term-open = Éléments insuffisants
term-open-meaning = On en sait trop peu pour un verdict, ou ce qui est connu se compense alors que le reste manque.
term-split = Partagé
term-split-meaning = Tout ce qui compte est connu, et le total est 0 : neutre si rien ne pèse d’aucun côté, équilibré si ce qui pèse d’un côté compense ce qui pèse de l’autre.
term-strength = Net, contesté, mince
term-strength-meaning = Net : aucun critère ne plaide contre le verdict ni ne pèse dans les deux sens. Contesté : l’un d’eux le fait. Mince : de plusieurs critères, un seul se prononce.
term-robustness = Robustesse
term-robustness-meaning = La part de toutes les pondérations possibles des critères qui maintiennent le verdict : d’après ce qui est connu, et quelles que soient les réponses manquantes. Elle ne dit rien des lectures erronées.
term-margin = Marge
term-margin-meaning = Le plus petit nombre de crans de lecture qui font basculer le verdict, un cran étant la valeur suivante de l’échelle de la lecture. À 1, il tient à une seule lecture.
term-hold = En attente
term-hold-meaning = Une contrainte des règles, comme une loi ou un contrat en cours, empêche de décider maintenant de la fonction. Le verdict demeure.
terms-first = BPO (externalisation de processus métier) : un processus complet et continu, géré par un prestataire externe en lien étroit avec l’entreprise. Externalisation classique : un travail ou des tâches isolées qu’un prestataire externe prend en charge. Ferme : acquis, ni en attente, ni sur une liste de revue. Provisoire : ce qui manque pourrait encore le faire basculer.

quality-not-drawn = Les caractères que ce document ne peut pas dessiner apparaissent comme � ; { $place } les conserve : { $characters }.

rest-in-workbook = le classeur
rest-in-record = le relevé
rest-functions = { $count ->
    [one] { $count } fonction de plus figure seulement dans { $place }.
   *[other] { $count } fonctions de plus figurent seulement dans { $place }.
  }
rest-problems = { $count ->
    [one] { $count } problème de plus figure seulement dans { $place }.
   *[other] { $count } problèmes de plus figurent seulement dans { $place }.
  }
