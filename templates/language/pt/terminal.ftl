## O terminal: check, explain e várias execuções

shown-columns = Colunas
shown-header = Cabeçalho
shown-read-as = Lida como
shown-known = Conhecido
shown-examples = Exemplos
shown-not-used = Não usadas
shown-problems = Problemas:
shown-and-more = … e { $more }
shown-coverage = Cobertura:
shown-next = A seguir:
runs-inventory = Inventário
runs-functions = Funções
runs-code = Cód.
runs-bpo = BPO
runs-outsourcing = Tradicional
runs-split = Empate
runs-insufficient = Insuficiente
runs-not-assessed = não avaliado
runs-assessed = { $files ->
    [1] { $assessed } de 1 arquivo avaliado
   *[other] { $assessed } de { $files } arquivos avaliados
  }
history-date = data
history-firm = firmes
history-review = a revisar
history-coverage = cobertura
history-decided = decisões
history-nothing = nada variou
history-moved = De { $first } a { $last }: { $what }.
shown-template = Modelo
shown-questionnaire = Questionário
shown-fill-in = Preencha a aba `Functions`, uma linha por função; depois execute
shown-whole = { $record }: íntegro, como a execução de { $date } o gravou
explain-row = { $function }, linha { $row }
explain-review = ; a revisar: { $reasons }
explain-score = Pontuação
explain-coverage = Cobertura
explain-robust = Robustez
explain-flip = Inversão
explain-missing = Falta:
explain-robustness = { $share } de todas as ponderações mantêm o veredito pelo que se sabe
explain-robustness-low = { $share } quaisquer que sejam as respostas que faltam
explain-error = um erro de { $share } nos pesos, na pior direção, mudaria o veredito
explain-group = Grupo
explain-group-holds = o veredito se mantém com todos os pesos do grupo
explain-group-turns = alguns pesos do grupo mudam o veredito
explain-margin = Margem
explain-steps = { $steps ->
    [1] um passo de uma leitura muda o veredito
   *[other] { $steps } passos de leitura mudam o veredito
  }
explain-weights = Pesos
explain-no-steps = nem { $steps } passos de leitura mudam o veredito
explain-turn = { $attribute }: { $to } em vez de { $from } dá { $verdict }
explain-weight = { $criterion }: de { $least } a { $most }, o veredito se mantém
explain-weight-up = { $criterion }: a partir de { $least }, o veredito se mantém
explain-above-zero = mais de 0
explain-sourcing = Hoje
explain-firm = firme
explain-hold = Em espera
shown-assumed = Por suposição:
shown-sheet = a aba `Qualidade dos dados`
shown-on-sheet = na aba `Qualidade dos dados`
shown-record = o registro
shown-in-record = no registro
shown-all = todos estão { $place }
shown-all-of = todos os { $count } estão { $place }
shown-lists = { $list } traz { $count } problemas
shown-lists-first = { $list } traz os primeiros { $count } de cada coluna
shown-more = … e mais { $count }; { $elsewhere }
shown-elsewhere = … { $elsewhere }
weigh-criterion = Critério
weigh-mean = Média
weigh-least = Mínimo
weigh-greatest = Máximo
weigh-by = { $person }: { $method }, em { $file }
weigh-sheet = Pesos
weigh-then = Um para cada pessoa. Quando estiverem preenchidos, execute
weigh-rulebook = Regras
weigh-next = A média dos pesos, a faixa em que variam e, onde diferem, os de cada pessoa como cenário. Para julgar por eles, execute
