
## O que mudou desde uma execução anterior

since-new = { $count ->
    [1] 1 nova
   *[other] { $count } novas
  }
since-gone = { $count ->
    [1] 1 retirada
   *[other] { $count } retiradas
  }
since-verdicts = { $count ->
    [1] 1 veredito mudou
   *[other] { $count } vereditos mudaram
  }
since-scores = { $count ->
    [1] 1 pontuação mudou sensivelmente
   *[other] { $count } pontuações mudaram sensivelmente
  }
since-other-scores = { $count ->
    [1] 1 outra pontuação mudou sensivelmente
   *[other] { $count } outras pontuações mudaram sensivelmente
  }
since-ambiguous = { $count ->
    [1] 1 não comparada
   *[other] { $count } não comparadas
  }
since-nothing = nenhuma nova, nenhuma retirada, nenhum veredito mudou
since-carried = { $count ->
    [1] 1 decisão transferida
   *[other] { $count } decisões transferidas
  }
since-carried-all-to-check = { $count ->
    [1] 1 decisão transferida, a verificar
   *[other] { $count } decisões transferidas, todas a verificar
  }
since-carried-some-to-check = { $count ->
    [1] 1 decisão transferida
   *[other] { $count } decisões transferidas
  }, { $to_check } delas a verificar
since-not-carried = { $count ->
    [1] 1 decisão não transferida
   *[other] { $count } decisões não transferidas
  }
rules-other-text = As regras ainda se chamam { $now }, mas o texto mudou; por isso, vereditos podem ter mudado.
rules-other = As regras eram { $before } e agora são { $now }; por isso, vereditos podem ter mudado.
rules-same = As regras são as mesmas: { $now }.
rules-unnamed = O arquivo anterior não indica as suas regras.
rules-moved = Em números: { $figures }.
premises-before = A execução anterior { $parts }; esta, não.
premises-now = Esta execução { $parts }; a anterior, não.
premises-answers = usou as respostas de { $files }
premises-assumed = supôs { $levels }
premises-where = leu apenas as linhas com { $rows }
premises-given = foi iniciada com { $options }
premises-answers-changed = As respostas de { $files } não são as mesmas da execução anterior.
premises-untold = O arquivo anterior não diz com que indicações a sua execução foi iniciada.
left-row = Estava na linha { $row } de { $file }
left-ambiguous = o código e o nome não dizem qual é
left-decided = o que foi decidido só consta aqui
left-no-function = não é função
left-gone = retirada
change-verdict = outro veredito
change-decision = decisão a verificar
change-ambiguous = não comparada
change-score = outra pontuação
change-new = nova
change-name = outro nome
change-id = outro código
change-department = outro departamento
because-other-rules = nenhuma evidência mudou; as regras são outras
because-other-coverage = nenhuma evidência mudou, só quanto dela se conhece
because-was-called = chamava-se { $name }
because-had-no-id = não tinha código
because-had-id = tinha o código { $id }
because-was-of = era do departamento { $department }
decided = { $count ->
    [1] 1 decisão
   *[other] { $count } decisões
  } sobre { $functions ->
    [1] 1 função
   *[other] { $functions } funções
  }: { $parts }.
decided-agrees = { $count ->
    [1] 1 coincide com o veredito
   *[other] { $count } coincidem com o veredito
  }
decided-differs = { $count ->
    [1] 1 difere dele
   *[other] { $count } diferem dele
  }
decided-deferred = { $count ->
    [1] 1 foi adiada
   *[other] { $count } foram adiadas
  }
decided-to-check = { $count ->
    [1] 1 deve ser verificada
   *[other] { $count } devem ser verificadas
  }
