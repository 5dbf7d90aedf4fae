
## As regras como usadas

pole-little = nível baixo de { $attribute }
setting-minimum-coverage = Cobertura necessária para que a pontuação decida
setting-borderline = Limítrofe: distância da pontuação a 0, até
setting-fragile = Frágil: mantido por menos que esta parcela das ponderações
setting-review-split = Revisão: empate equilibrado
setting-review-neutral = Revisão: empate neutro
setting-review-provisional = Revisão: veredito que o que falta poderia mudar
setting-review-thin = Revisão: veredito apoiado em um só critério
setting-review-one-reading = Revisão: veredito que um passo de uma leitura muda
setting-review-raters-disagree = Revisão: função em que os avaliadores divergem
setting-noteworthy-change = Mudança sensível: pontuação que variou mais de
setting-percent = { $number }%
setting-points = { $number } pontos
setting-on = ativada
setting-off = desativada
setting-high-volume = Volume alto acima de
setting-low-volume = Volume baixo abaixo de
setting-many-systems = Muitos sistemas a partir de
setting-material-cost = Custo anual relevante a partir de
setting-short-recovery = Recuperação curta até (horas)

## Como o arquivo foi lido

column-known = { $count } de { $all }
column-not-used = não usada
columns-not-used = não usadas ({ $count } colunas)
columns-from-to = { $first } a { $last }
sheets-named = { $count ->
    [1] aba { $sheets }
   *[other] abas { $sheets }
  }
header-row = linha { $row }
header-rows = linhas { $first } a { $last }
accounting-rows = { $count ->
    [1] 1 linha
   *[other] { $count } linhas
  } além do cabeçalho ({ $header }): { $functions ->
    [1] 1 avaliada
   *[other] { $functions } avaliadas
  } e { $rest ->
    [1] 1 excluída
   *[other] { $rest } excluídas
  }.
accounting-rows-on = { $count ->
    [1] 1 linha
   *[other] { $count } linhas
  } além do cabeçalho ({ $sheets }, { $header }): { $functions ->
    [1] 1 avaliada
   *[other] { $functions } avaliadas
  } e { $rest ->
    [1] 1 excluída
   *[other] { $rest } excluídas
  }.
accounting-left-out = Excluídas: { $rows }.
totals-column = { $name }, coluna { $letters }
totals-equal = { $count ->
    [1] O total confere com a soma das funções ({ $column }).
    [2] Os dois totais conferem com as somas das funções ({ $column }).
   *[other] Os { $count } totais conferem com as somas das funções ({ $column }).
  }
totals-differ = O total da linha { $row } ({ $column }) é { $stated }: { $difference } a { $less ->
    [0] mais
   *[other] menos
  } que a soma das funções, { $sum }.
totals-more = Há outros totais que não conferem com as somas das funções ({ $column }).
excluded-title = { $count ->
    [1] 1 linha de título
   *[other] { $count } linhas de título
  }
excluded-blank = { $count ->
    [1] 1 linha em branco
   *[other] { $count } linhas em branco
  }
excluded-types = { $count ->
    [1] 1 linha de tipos
   *[other] { $count } linhas de tipos
  }
excluded-header = { $count ->
    [1] 1 cabeçalho repetido
   *[other] { $count } cabeçalhos repetidos
  }
excluded-line = { $count ->
    [1] 1 linha de traços
   *[other] { $count } linhas de traços
  }
excluded-heading = { $count ->
    [1] 1 linha de seção
   *[other] { $count } linhas de seção
  }
excluded-total = { $count ->
    [1] 1 linha de total
   *[other] { $count } linhas de total
  }
excluded-statistic = { $count ->
    [1] 1 linha de estatísticas
   *[other] { $count } linhas de estatísticas
  }
excluded-note = { $count ->
    [1] 1 linha de nota
   *[other] { $count } linhas de nota
  }
excluded-other-table = { $count ->
    [1] 1 linha de outra tabela
   *[other] { $count } linhas de outra tabela
  }
excluded-parent = { $count ->
    [1] 1 linha de nível superior
   *[other] { $count } linhas de nível superior
  }
excluded-part = { $count ->
    [1] 1 linha que é parte de outra
   *[other] { $count } linhas que são parte de outras
  }
excluded-earlier = { $count ->
    [1] 1 linha de um ano anterior
   *[other] { $count } linhas de anos anteriores
  }
excluded-unselected = { $count ->
    [1] 1 linha fora de `--where`
   *[other] { $count } linhas fora de `--where`
  }
excluded-no-name = { $count ->
    [1] 1 linha sem nome
   *[other] { $count } linhas sem nome
  }
excluded-uneven = { $count ->
    [1] 1 linha irregular
   *[other] { $count } linhas irregulares
  }
repeated-names = { $count ->
    [1] 1 função repete o nome de outra anterior
   *[other] { $count } funções repetem o nome de outra anterior
  }
repeated-ids = { $count ->
    [1] 1 função repete o código de outra anterior
   *[other] { $count } funções repetem o código de outra anterior
  }
repeated = { $functions }; todas foram mantidas.
answers-none = `{ $file }` não traz respostas novas
answers-new = `{ $file }` traz { $count ->
    [1] 1 resposta nova
   *[other] { $count } respostas novas
  } para { $of ->
    [1] 1 função
   *[other] { $of } funções
  }
answers-replaced = { $answers }, { $count } delas em lugar de outro valor
answers-unused = { $answers }; { $count ->
    [1] 1 linha dele não pôde ser usada
   *[other] { $count } linhas dele não puderam ser usadas
  }
answers-came-to = { $answers }.
answers-disputed = Em { $count ->
    [1] 1 função
   *[other] { $count } funções
  }, os avaliadores divergem: aquilo em que divergem conta como desconhecido entre as respostas deles.
answers-last = Em { $count ->
    [1] 1 função
   *[other] { $count } funções
  }, os avaliadores divergem: vale a última resposta, e uma nota indica as demais.
answers-median = Em { $count ->
    [1] 1 função
   *[other] { $count } funções
  }, os avaliadores divergem: vale a mediana das respostas, e uma nota indica cada uma delas.
answers-settled = { $open ->
    [0] Mesmo sem as respostas, todas as funções já têm veredito.
    [1] { $count ->
        [0] A única função sem veredito antes das respostas continua sem veredito.
       *[other] A única função sem veredito antes das respostas passa a ter um.
    }
   *[other] { $count ->
        [0] Das { $open } funções sem veredito antes das respostas, nenhuma passa a ter um.
        [1] Das { $open } funções sem veredito antes das respostas, 1 passa a ter um.
       *[other] Das { $open } funções sem veredito antes das respostas, { $count } passam a ter um.
    }
  }
answers-changed = { $count ->
    [1] 1 outra função muda de veredito com elas.
   *[other] { $count } outras funções mudam de veredito com elas.
  }
selected = Só foram consideradas as linhas que atendem a { $conditions }, como indicado.
assumed = { $attribute }: supôs-se { $value } para { $count ->
    [1] 1 função
   *[other] { $count } funções
  } sem resposta.
assumed-in = { $attribute }: supôs-se { $value } para { $count ->
    [1] 1 função
   *[other] { $count } funções
  } de { $department } sem resposta.

## De onde vêm os números

provenance-input = Entrada
provenance-input-format = Formato da entrada
provenance-input-size = Tamanho da entrada
provenance-bytes = { $count } bytes
provenance-sha256 = { $of }: SHA-256
provenance-answers = Respostas
provenance-earlier-run = Execução anterior
provenance-kept = Editado antes e guardado como
provenance-sheet = Aba
provenance-sheets = Abas
provenance-header = Cabeçalho
provenance-source = Fonte das regras
provenance-wording = Redação
provenance-program = Programa
provenance-command-line = Linha de comando
