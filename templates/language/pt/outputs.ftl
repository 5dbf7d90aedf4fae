
## A pasta de trabalho

review-more = { $count ->
    [1] Mais 1 não está nesta lista: na aba Avaliação, filtre as colunas Revisão e Veredito.
   *[other] Mais { $count } não estão nesta lista: na aba Avaliação, filtre as colunas Revisão e Veredito.
  }
changes-since = Desde { $file }: { $changes }.
changes-more = { $count ->
    [1] Mais 1 está só no registro.
   *[other] Mais { $count } estão só no registro.
  }
criteria-live = Mude um peso ou um limiar na célula colorida, e todos os vereditos da aba Avaliação acompanham.
criteria-live-rest = Para que motivos, listas, PDF e registro também acompanhem, salve a pasta de trabalho e use-a em uma nova execução com --rulebook.
criteria-values = Mude um peso ou um limiar na célula colorida, salve a pasta de trabalho e use-a com --rulebook: uma nova execução julga por ela.
criteria-settings = Parâmetros
criteria-treatment = Como se tratam empates, lacunas e dúvidas
criteria-columns = As colunas acrescentadas ao inventário
criteria-bpo = Aponta para BPO
criteria-outsourcing = Aponta para terceirização tradicional
criteria-source = O que diz a fonte
criteria-thresholds = Limiares
criteria-does = O que faz
read-columns = Colunas como lidas
read-problems = O que não foi entendido
read-no-problems = Tudo foi entendido.
read-excluded = Linhas excluídas
read-none-excluded = Toda linha abaixo do cabeçalho é uma função.
read-more-excluded = { $count ->
    [1] Mais 1 não está na lista; a aba Avaliação indica o motivo em cada uma.
   *[other] Mais { $count } não estão na lista; a aba Avaliação indica o motivo em cada uma.
  }
kept-heading = Como era o inventário
kept-not = Não mantido na aba Avaliação: { $things }.
kept-never = bordas, fontes e alturas de linha
kept-part = Cores, negrito, notas e vínculos de células não podem ser lidos de um arquivo deste formato, nem imagens e gráficos; salve-o como .xlsx para manter as marcas das células.
kept-most = Das muitas marcas de células, só as primeiras são mantidas.
kept-hidden-rows = Linhas que estavam ocultas são mostradas, pois foram avaliadas como as demais.
kept-hidden-columns = Colunas que estavam ocultas ficam recolhidas; um clique no sinal acima delas as abre.
kept-pictures = { $count ->
    [1] 1 imagem
   *[other] { $count } imagens
  }
kept-charts = { $count ->
    [1] 1 gráfico
   *[other] { $count } gráficos
  }
kept-shapes = { $count ->
    [1] 1 desenho
   *[other] { $count } desenhos
  }
kept-pivot-tables = { $count ->
    [1] 1 tabela dinâmica
   *[other] { $count } tabelas dinâmicas
  }
kept-conditional-formats = { $count ->
    [1] 1 área com formatação condicional
   *[other] { $count } áreas com formatação condicional
  }
kept-validations = { $count ->
    [1] 1 regra sobre o que se pode digitar
   *[other] { $count } regras sobre o que se pode digitar
  }
kept-formulas = { $count ->
    [1] 1 fórmula (mas o resultado, sim)
   *[other] { $count } fórmulas (mas os resultados, sim)
  }
kept-links = { $count ->
    [1] 1 vínculo dentro do arquivo ou para outro arquivo
   *[other] { $count } vínculos dentro do arquivo ou para outros arquivos
  }
kept-notes = { $count ->
    [1] 1 nota além dos primeiros milhares
   *[other] { $count } notas além dos primeiros milhares
  }
about-title = Sobre esta pasta de trabalho
about-same = A mesma entrada, as mesmas regras e a mesma data geram o mesmo arquivo, byte a byte.
about-figures = De onde vêm os números
about-follows = O que acompanha o quê
about-rows = O destino de cada linha
rules-legend = As regras desta execução em TOML, uma linha do texto por linha da aba. Pesos e limiares valem como estão na aba Critérios.
ask-nothing = Todas as funções têm veredito: não há nada a perguntar.
ask-next = Salve esta pasta de trabalho e repita a avaliação com `--answers` e o nome dela, em outra pasta (`-o`). Deixe em branco o que ninguém sabe.
summary-values = Os números são valores do momento da execução; a aba Sobre diz por quê.
behind-charts = Números por trás dos gráficos
behind-verdicts = Vereditos { $split }
behind-scores = Funções por pontuação
behind-map = Mapa do portfólio (marcas no mesmo ponto são afastadas)
behind-costliest = Funções de maior custo: posições e linhas

## O PDF

pdf-changes = Desde { $file }: { $changes }. { $rules }
pdf-exhibit = Quadro { $number }: { $shows }
pdf-decision = decisão: { $decision }
pdf-function = Função
pdf-department = Departamento
pdf-score = Pontos
pdf-verdict = Veredito
pdf-robustness = Robustez
pdf-whatever = { $share } / { $low }
pdf-on-hold = em espera: { $title }
pdf-neutral = Neutro
pdf-decided = Decisão
pdf-decided-by = Decidido por
pdf-note = Observação
pdf-annual-cost = Custo anual
pdf-fte = FTE
pdf-functions = Funções
pdf-why = Por quê
pdf-value = Valor
pdf-setting = Parâmetro
pdf-term = Termo
pdf-what-changed = O que mudou
pdf-before = Antes
pdf-now = Agora
pdf-what-moved = O que variou
pdf-question = Pergunta
pdf-lacking = Em aberto sem resposta
pdf-effect = Efeito da resposta
pdf-says = O que diz
pdf-where = Onde
pdf-agree = O que acordar
pdf-costliest = Maior custo primeiro
pdf-criterion = Critério
pdf-weight = Peso
pdf-in-source = Na fonte
pdf-source = Fonte
pdf-column = Coluna
pdf-header = Cabeçalho
pdf-read-as = Lida como
pdf-how = Como
pdf-values-read = Valores lidos
pdf-problem = Problema
pdf-what-to-do = O que há e o que fazer
pdf-more = mais { $count }
pdf-benefit-risk = Principal benefício (+) e risco (!)
pdf-sourcing = Hoje
pdf-how-sure = Certeza
pdf-reason = Motivo
pdf-meaning = O que significa
pdf-cost = Custo anual
pdf-kind = O quê
pdf-turns = O que pende para cada lado, o que muda o veredito
pdf-missing = Respostas que faltam
pdf-people = Pessoas (FTE)
pdf-candidate-cost = Candidatas: custo
pdf-all-people = Todas
pdf-map = Mapa do portfólio. { $finding } { $across } na horizontal, { $upwards } na vertical, de −100 a +100 em cada eixo. { $figures }
pdf-map-left-off = { $count ->
    [1] Mais 1 função não está no desenho.
   *[other] Mais { $count } funções não estão no desenho.
  }
pdf-map-key = área: custo anual; pequena: nenhum ou sem dado
pdf-map-not-known = sem dado
pdf-page = { $page } de { $pages }

## O terminal

shown-answers = Respostas:
shown-since = Desde { $file }:
shown-ask-next = A perguntar:
shown-guessed = Inferido:
shown-not-understood = Não entendido, ou convém revisar:
shown-nothing-to-ask = { $count ->
    [1] A única função tem veredito definitivo: não há nada a perguntar, e nenhum questionário foi gravado.
   *[other] Todas as { $count } funções têm veredito definitivo: não há nada a perguntar, e nenhum questionário foi gravado.
  }
shown-asked = { $questions ->
    [1] 1 pergunta
   *[other] { $questions } perguntas
  } sobre { $open ->
    [1] 1 função
   *[other] { $open } funções
  }, { $answers ->
    [1] 1 resposta
   *[other] { $answers } respostas
  } ao todo.
shown-then = Quando estiverem respondidas, execute
