
## As páginas após a primeira: do que trata cada uma, o que se encontrou, como lê-la e o que mostram os quadros

map-heading = Por quê: o mapa do portfólio
map-finding = { $all ->
    [1] A única função no mapa tem { $corner }.
   *[other] { $count ->
        [1] 1 de { $all } funções no mapa tem { $corner }.
       *[other] { $count } de { $all } funções no mapa têm { $corner }.
      }
  }
map-no-corner = Nenhuma função no mapa pende para um dos cantos.
map-lead = No alto à direita, os dois tipos de evidência levam a BPO; embaixo à esquerda, a terceirização tradicional; nos outros cantos, cada um aponta para um lado.
map-shows = Cada função segundo a sua evidência
map-caption = Cada marca é uma função: de { $left } (esquerda) a { $right } (direita) e de { $below } (abaixo) a { $above } (acima).
map-area = A área é o custo anual.
map-area-by-currency = A área é o custo anual em relação à de maior custo na mesma moeda.
map-costliest = São mostradas só as { $count } de maior custo.
map-corner = { $corner }: { $count }
map-in-words = Funções por canto: { $corners }. Nas linhas entre eles: { $between }. Sem evidência em um dos eixos: { $beside }.

places-heading = Onde
places-one = Todas as funções pertencem ao grupo { $name }.
places-no-candidates = { $count ->
    [1] Nenhuma candidata pertence ainda a um grupo com nome.
   *[other] Nenhum dos { $count } grupos tem ainda uma candidata.
  }
places-most-cost = { $name } concentra { $share } do custo informado das candidatas.
places-unnamed = { $count ->
    [1] A única candidata não pertence a nenhum grupo com nome.
   *[other] As { $count } candidatas não pertencem a nenhum grupo com nome.
  }
places-most = { $all ->
    [1] A única candidata está em { $name }.
   *[other] { $name } tem { $count } das { $all } candidatas.
  }
places-most-each = { $names } têm mais candidatas: { $count } de { $all } em cada grupo.
places-most-several = { $groups } grupos têm mais candidatas: { $count } de { $all } em cada um.
places-departments = { $count ->
    [1] 1 departamento
   *[other] { $count } departamentos
  }
places-locations = { $count ->
    [1] 1 localidade
   *[other] { $count } localidades
  }
places-lead = O inventário menciona { $places }. Onde há candidatas próximas, uma só transição alcança boa parte do custo e das pessoas.

bpo-heading = Quais funções: BPO
outsourcing-heading = Quais funções: terceirização tradicional
ranked-none-firm = { $count ->
    [1] A única candidata a { $kind } ainda não é firme.
   *[other] Nenhuma das { $count } candidatas a { $kind } é firme ainda.
  }
ranked-all-firm = { $count ->
    [1] A única candidata a { $kind } é firme: pode ser decidida.
   *[other] Todas as { $count } candidatas a { $kind } são firmes: podem ser decididas.
  }
ranked-firm = { $firm ->
    [1] 1 de { $count } candidatas a { $kind } é firme.
   *[other] { $firm } de { $count } candidatas a { $kind } são firmes.
  }
ranked-firm-share = { $firm ->
    [1] 1 de { $count } candidatas a { $kind } é firme e representa { $share } do custo informado delas.
   *[other] { $firm } de { $count } candidatas a { $kind } são firmes e representam { $share } do custo informado delas.
  }
ranked-order = Primeiro vêm as firmes, em ordem decrescente de custo.
ranked-order-cost = Em ordem decrescente de custo.
ranked-cover = { $count ->
    [1] A primeira representa { $share } do custo informado de todas.
   *[other] As primeiras { $count } representam { $share } do custo informado de todas.
  }
ranked-cover-listed = As primeiras { $count } representam { $share } do custo informado de todas; as { $listed } da lista, { $listed_share }.
ranked-share-in = { $share } em { $currency }
ranked-two-figures = Se a robustez tem dois números, o segundo vale quaisquer que sejam as respostas que faltam.
ranked-in-full = { $count ->
    [1] A candidata a { $kind }: por quê, o que mudaria o veredito e o que traz
   *[other] { $count } candidatas a { $kind }: por quê, o que mudaria o veredito e o que trazem
  }
ranked-rest = { $count ->
    [1] Mais 1 candidata a { $kind }
   *[other] Mais { $count } candidatas a { $kind }
  }
ranked-as-above = Como em { $number }.

review-heading = Próximos passos: o que revisar
review-finding = { $all } vereditos devem ser revistos, { $count } deles por { $why }.
review-finding-all = { $count ->
    [1] 1 veredito deve ser revisto, pelo motivo abaixo.
   *[other] { $count } vereditos devem ser revistos, todos por { $why }.
  }
why-split = empate
why-neutral = neutralidade
why-provisional = dependência do que falta
why-borderline = proximidade de 0
why-fragile = apoio de poucas ponderações
why-thin = apoio em um só critério
why-one-reading = dependência de uma só leitura
why-raters-disagree = divergência entre avaliadores
review-lead = { $count ->
    [1] Uma revisão custa pouco diante de uma decisão que não se sustenta.
   *[other] Uma revisão custa pouco diante de uma decisão que não se sustenta. Um veredito pode ter vários motivos; primeiro vêm as funções de maior custo.
  }
review-reasons = Motivos de revisão, por veredito
review-in-full-all = As { $count } funções: o que pende para cada lado e o que muda o veredito
review-in-full = { $count ->
    [1] A função: o que pende para cada lado e o que muda o veredito
   *[other] As { $count } de maior custo: o que pende para cada lado e o que muda o veredito
  }
review-rest = { $count ->
    [1] Mais 1 a revisar
   *[other] Mais { $count } a revisar
  }
review-others = { $count ->
    [1] Mais 1 é candidata: os motivos estão na lista de candidatas.
   *[other] Mais { $count } são candidatas: os motivos estão nas listas de candidatas.
  }
reason-split = O que pende para um lado compensa o que pende para o outro.
reason-neutral = Nada pende para nenhum lado.
reason-raters-disagree = As pessoas dão respostas diferentes; aquilo em que divergem conta como desconhecido entre elas.
reason-borderline = A pontuação está a até { $points } pontos de 0.
reason-fragile = Menos de { $share }% de todas as ponderações mantêm o veredito.

findings-heading = Próximos passos: benefícios e riscos
raised-risk = { $risks ->
    [1] O risco apontado com mais frequência: { $risk }, em { $count } de { $all ->
        [1] 1 candidata.
       *[other] { $all } candidatas.
      }
   *[other] Os riscos apontados com mais frequência: { $risk }, cada um em { $count } de { $all ->
        [1] 1 candidata.
       *[other] { $all } candidatas.
      }
  }
raised-none = Nenhum risco foi apontado em candidatas.
raised-lead = Cada constatação resulta do que o inventário diz da função e serve de pergunta ao prestador ou de cláusula do contrato. O custo é o das funções em questão.
findings-risks-heading = Riscos nas candidatas
findings-benefits-heading = Benefícios nas candidatas
findings-terms-heading = O que os contratos devem prever
findings-not-raised = Sem ocorrência em candidatas: { $findings }.

jobs-heading = Próximos passos: transição e empregos
jobs-in-house = { $count ->
    [1] A candidata executada internamente representa o trabalho de { $people ->
        [1] { $jobs } pessoa (FTE)
       *[other] { $jobs } pessoas (FTE)
      }
   *[other] As { $count } candidatas executadas internamente representam o trabalho de { $people ->
        [1] { $jobs } pessoa (FTE)
       *[other] { $jobs } pessoas (FTE)
      }
  }
jobs-of = { $count ->
    [1] A candidata representa o trabalho de { $people ->
        [1] { $jobs } pessoa (FTE)
       *[other] { $jobs } pessoas (FTE)
      }, seja quem for o empregador
   *[other] As { $count } candidatas representam o trabalho de { $people ->
        [1] { $jobs } pessoa (FTE)
       *[other] { $jobs } pessoas (FTE)
      }, seja quem for o empregador
  }
jobs-all = { $jobs }.
jobs-most = { $jobs }; em { $place }, { $share } desse total.
jobs-lead = A terceirização pode reduzir custos e custar empregos em certos setores e lugares; as políticas públicas e a qualificação influem em ambos. Não cabe a esta avaliação dizer quais desses postos seriam transferidos, transformados ou mantidos.
jobs-show-in-house = Pessoas (FTE) cujo trabalho é feito internamente, por veredito
jobs-show = Pessoas (FTE), por veredito
jobs-whole = todas

decisions-heading = Próximos passos: decisões
decisions-finding = { $all ->
    [1] A única função está decidida.
   *[other] { $count ->
    [1] 1 de { $all } funções está decidida.
   *[other] { $count } de { $all } funções estão decididas.
    }
  }
decisions-open = { $count ->
    [1] 1 candidata ainda está em aberto.
   *[other] { $count } candidatas ainda estão em aberto.
  }
decisions-open-cost = { $count ->
    [1] 1 candidata ainda está em aberto, com custo de { $cost } por ano.
   *[other] { $count } candidatas ainda estão em aberto, com custo de { $cost } por ano.
  }
decisions-none-open = Nenhuma candidata está em aberto.
decisions-show = Decisões, primeiro as funções de maior custo
changes-heading = Próximos passos: mudanças desde a execução anterior
changes-finding = { $verdicts ->
    [0] Nenhum veredito mudou desde a execução anterior
    [1] 1 veredito mudou desde a execução anterior
   *[other] { $verdicts } vereditos mudaram desde a execução anterior
  }{ $new ->
    [0] { "" }
    [1] ; 1 função é nova
   *[other] ; { $new } funções são novas
  }{ $gone ->
    [0] { "" }
    [1] ; 1 foi retirada
   *[other] ; { $gone } foram retiradas
  }.
changes-show = O que mudou, do mais ao menos grave

course-heading = Desde a primeira execução
course-finding = { $firm ->
    [0] Nenhum veredito é firme
    [1] 1 veredito é firme
   *[other] { $firm } vereditos são firmes
  }, ante { $firm_before } na primeira execução{ $decided ->
    [0] { "." }
    [1] { "; 1 função está decidida, ante " }{ $decided_before }.
   *[other] { "; " }{ $decided } funções estão decididas, ante { $decided_before }.
  }
course-lead-same = Em { $runs } execuções desde { $date }, conhece-se como antes { $covered }% do total, e { $open ->
    [0] nenhuma função carece
    [1] 1 função carece
   *[other] { $open } funções carecem
  } de evidência suficiente, como na primeira.
course-lead = Em { $runs } execuções desde { $date }, as funções sem evidência suficiente passaram de { $open_before } a { $open }, e o que se conhece de todas, de { $covered_before }% a { $covered }%.
course-show = Vereditos firmes, decisões e funções sem evidência suficiente, a cada execução
course-firm = vereditos firmes
course-decided = decididas
course-open = sem evidência suficiente
scenarios-heading = Certeza: cenários
scenarios-finding = { $moved ->
    [0] Nenhum veredito depende do cenário.
    [1] O veredito de 1 função depende do cenário.
   *[other] { $moved } de { $all } vereditos dependem do cenário.
  }
scenarios-lead = { $holding ->
    [0] Nenhuma função tem
    [1] 1 de { $all ->
        [1] 1 função
       *[other] { $all } funções
      } tem
   *[other] { $holding } de { $all } funções têm
  } o veredito desta execução também { $count ->
    [1] no cenário
   *[other] em cada um dos { $count } cenários
  }{ $holding ->
    [0] .
   *[other] : nelas, tanto faz qual deles se adota.
  }
scenarios-run = Esta execução
scenarios-weight = { $name }: peso { $now } em vez de { $before }
scenarios-threshold = { $name }: { $now } em vez de { $before }
scenarios-assumed = { $name }: supõe-se { $value } onde nada é dito
scenarios-assumed-in = { $name }: supõe-se { $value } em { $department } onde nada é dito
scenarios-show = Funções e custo anual por veredito, nesta execução e em cada cenário
scenarios-moved-show = Funções cujo veredito muda em algum cenário, primeiro as de maior custo
scenarios-in = em { $scenario }: { $why }
scenarios-score = pontuação { $before } → { $now }
scenarios-coverage = o que se sabe não basta
scenarios-enough = o que se sabe basta
scenarios-why = O que o muda
scenarios-cost = { $verdict }: custo anual
pdf-scenario = Cenário
pdf-differs = O que difere
pdf-other-verdicts = Outros vereditos
pdf-in-the-run = Nesta execução
pdf-in-scenarios = Nos cenários
shown-scenarios = Cenários:
scenarios-moved = { $count ->
    [0] nenhum em { $scenario }
   *[other] { $count } em { $scenario }
  }
sureness-heading = Certeza: pesos e leituras
sureness-lead = { $firm ->
    [0] Nenhum veredito pode ser decidido como está
    [1] { $all ->
        [1] O único veredito pode ser decidido como está
       *[other] 1 de { $all } vereditos pode ser decidido como está
      }
   *[other] { $firm } de { $all } vereditos podem ser decididos como estão
  }; { $turned ->
    [0] nenhum mudaria se uma só resposta diferisse em um passo.
    [1] 1 mudaria se uma só resposta diferisse em um passo: verifique antes essa resposta.
   *[other] { $turned } mudariam se uma só resposta diferisse em um passo: verifique antes essas respostas.
  }
sureness-show = Quantos vereditos se sustentam e quantos dependem de pouco
certainty-firm = Pode ser decidido: nada do que falta poderia mudá-lo, e nada pede revisão.
certainty-thin-name = Apoiado em um só critério
certainty-thin = Só um critério se pronuncia.
certainty-one-reading-name = Dependente de uma só resposta
certainty-one-reading = Uma só resposta, com um passo de diferença, mudaria o veredito.
certainty-hold = Uma lei, um contrato ou outra restrição impede que seja decidido agora.
swings-show = Vereditos que mudam quando um peso varia e os demais ficam como estão: reduzido a 0 (esquerda), elevado a até { $times } vezes (direita)
swings-lowered = Reduzido a 0
swings-raised = Elevado a { $times } vezes

unknown-heading = O que não se sabe
unknown-most = { $all ->
    [1] { $attribute }: a resposta que mais falta, na única função sem veredito definitivo.
   *[other] { $attribute }: a resposta que mais falta, em { $count } das { $all } funções sem veredito definitivo.
  }
unknown-most-each = { $all ->
    [1] { $attributes }: as respostas que mais faltam, na única função sem veredito definitivo.
   *[other] { $attributes }: as respostas que mais faltam, cada uma em { $count } das { $all } funções sem veredito definitivo.
  }
unknown-most-several = { $all ->
    [1] Faltam { $answers } respostas para a única função sem veredito definitivo.
   *[other] { $answers } respostas são as que mais faltam, cada uma em { $count } das { $all } funções sem veredito definitivo.
  }
unknown-questions-heading = O que perguntar, primeiro o que mais resolve
unknown-functions-heading = Funções sem veredito, pelo que falta
missing-more = { $count ->
    [1] Em mais 1 função falta outra coisa.
   *[other] Em mais { $count } funções falta outra coisa.
  }

method-heading = Método
rules-finding = { $count ->
    [1] Um critério decide, e nenhum veredito se baseia no nome da função.
   *[other] { $count } critérios decidem, e nenhum veredito se baseia no nome da função.
  }
departments-none = O inventário não indica departamentos.
locations-unknown = O inventário não indica localidades.
locations-no-people = Nenhuma candidata indica o número de pessoas; por isso, não se conhecem os empregos afetados.
bpo-none = Nenhuma função é candidata a BPO.
outsourcing-none = Nenhuma função é candidata a terceirização tradicional.
review-none = Nenhum veredito precisa ser revisto.
method-criteria-heading = Os critérios como usados
method-settings-heading = Limiares e outros parâmetros

quality-heading = Dados: como o inventário foi lido
reading-all = { $rows ->
    [1] A única linha é uma função, e tudo foi entendido.
   *[other] { $functions ->
        [1] 1 de { $rows } linhas é uma função, e tudo foi entendido.
       *[other] { $functions } de { $rows } linhas são funções, e tudo foi entendido.
      }
  }
reading-problems = { $rows ->
    [1] A única linha é uma função; da leitura: { $problems }.
   *[other] { $functions ->
        [1] 1 de { $rows } linhas é uma função; da leitura: { $problems }.
       *[other] { $functions } de { $rows } linhas são funções; da leitura: { $problems }.
      }
  }
quality-columns-heading = Colunas como lidas
quality-not-used = { $count ->
    [1] Não usada: coluna { $columns }.
   *[other] Não usadas: colunas { $columns }.
  }
quality-problems-heading = O que não foi entendido ou merece atenção
quality-provenance-heading = De onde vêm os números
brief-heading = O que o arquivo já diz
brief-read = { $count ->
    [1] Lido: { $columns }, 1 coluna de { $all }.
   *[other] Lido: { $columns }, { $count } colunas de { $all }.
  }

source-columns = { $count ->
    [1] Fonte: { $file }, coluna { $columns }; regras { $rulebook }.
   *[other] Fonte: { $file }, colunas { $columns }; regras { $rulebook }.
  }
source-judged = Fonte: { $file }; regras { $rulebook }.
source-file = Fonte: { $file }.
source-rules = Fonte: regras { $rulebook }, segundo { $source }.
