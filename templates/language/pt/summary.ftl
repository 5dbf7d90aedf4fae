
## A resposta no início de cada relatório

headline-one-bpo = A única função é candidata a BPO.
headline-one-outsourcing = A única função é candidata a terceirização tradicional.
headline-one-neither = A única função ainda não é candidata nem a BPO nem a terceirização tradicional.
headline-neither = De { $all } funções, nenhuma é ainda candidata a BPO ou a terceirização tradicional.
headline-outsourcing = De { $all } funções, { $outsourcing ->
    [1] 1 é candidata
   *[other] { $outsourcing } são candidatas
  } a terceirização tradicional e nenhuma a BPO.
headline-bpo = De { $all } funções, { $bpo ->
    [1] 1 é candidata
   *[other] { $bpo } são candidatas
  } a BPO e nenhuma a terceirização tradicional.
headline-both = De { $all } funções, { $bpo ->
    [1] 1 é candidata
   *[other] { $bpo } são candidatas
  } a BPO e { $outsourcing } a terceirização tradicional.
headline-one-split = Termina em empate
headline-split = { $count ->
    [1] 1 termina em empate
   *[other] { $count } terminam em empate
  }
headline-one-lacks = Carece de evidência
headline-lack = { $count ->
    [1] 1 carece de evidência
   *[other] { $count } carecem de evidência
  }
headline-split-neutral = { $count ->
    [1] 1 termina em empate (neutro: nada pende para nenhum lado)
   *[other] { $count } terminam em empate ({ $neutral ->
        [1] 1 neutro: nada pende
       *[other] { $neutral } neutros: nada pende
      })
  }
standing-of = { $kind }: { $parts }.
standing-firm = { $count ->
    [0] nenhum firme
    [1] 1 firme
   *[other] { $count } firmes
  }
standing-provisional = { $count ->
    [1] 1 provisório
   *[other] { $count } provisórios
  }
standing-review = { $count ->
    [1] 1 definitivo mas a revisar
   *[other] { $count } definitivos mas a revisar
  }
standing-on-hold = { $count ->
    [1] 1 em espera
   *[other] { $count } em espera
  }
standing-external = { $parts }; { $count ->
    [1] 1 função já está com prestador externo
   *[other] { $count } funções já estão com prestadores externos
  }
standing-external-cost = { $parts }; { $count ->
    [1] 1 função já está com prestador externo, por { $cost } ao ano
   *[other] { $count } funções já estão com prestadores externos, por { $cost } ao ano
  }
standing-group = { $all ->
    [1] O único veredito com direção { $count ->
        [0] não se mantém
       *[other] mantém-se
    }
   *[other] De { $all } vereditos com direção, { $count ->
        [0] nenhum se mantém
        [1] 1 se mantém
       *[other] { $count } se mantêm
    }
  } com todos os pesos do grupo.
headline-jobs = { $count ->
    [1] A candidata executada internamente representa o trabalho de { $people ->
        [1] { $jobs } pessoa (FTE).
       *[other] { $jobs } pessoas (FTE).
      }
   *[other] As { $count } candidatas executadas internamente representam o trabalho de { $people ->
        [1] { $jobs } pessoa (FTE).
       *[other] { $jobs } pessoas (FTE).
      }
  }
headline-undecided = { $parts }.
headline-one-costs = Custa { $cost } por ano.
headline-bpo-costs = { $bpo ->
    [1] A candidata a BPO custa { $cost } por ano
   *[other] As candidatas a BPO custam { $cost } por ano
  }
headline-outsourcing-costs = { $outsourcing ->
    [1] A candidata a terceirização tradicional custa { $cost } por ano
   *[other] As candidatas a terceirização tradicional custam { $cost } por ano
  }
headline-both-cost = { $bpo ->
    [1] A candidata a BPO custa { $bpo_cost } por ano
   *[other] As candidatas a BPO custam { $bpo_cost } por ano
  } e { $outsourcing ->
    [1] a candidata a terceirização tradicional
   *[other] as candidatas a terceirização tradicional
  }, { $outsourcing_cost }
headline-costs = { $costs }.
headline-share = { $costs }, { $share } do custo informado.
headline-share-together = { $costs }; juntas, { $share } do custo informado.

## Números, perguntas e grupos

figure-functions = funções
figure-cost = custo anual
figure-people = pessoas (FTE)
figure-coverage = cobertura
figure-coverage-note = da evidência decisiva é conhecida
figure-every-function = informado para todas as funções
figure-some-functions = informado para { $count } de { $all }
figure-every-row = todas as linhas
figure-rows-left-out = { $count ->
    [1] 1 linha excluída
   *[other] { $count } linhas excluídas
  }
split-by-count = por quantidade
split-by-cost = por custo anual
split-by-cost-in = por custo anual ({ $currency })
known-all = { $coverage } da evidência decisiva é conhecida; nada de decisivo falta.
known-the-one-partly = { $coverage } da evidência decisiva é conhecida; falta algo.
known-each-partly = { $coverage } da evidência decisiva é conhecida; falta algo em todas as funções.
known-some-partly = { $coverage } da evidência decisiva é conhecida; falta algo em { $count ->
    [1] 1 função
   *[other] { $count } funções
  }.
question-plain = O que se sabe sobre { $attribute }?
effect-together = com as respostas acima, resolve { $verdicts }
effect-alone = resolve { $verdicts }
effect-none = falta em { $count ->
    [1] 1 função
   *[other] { $count } funções
  }; sozinha, não resolve nenhuma
unsettled-the-one = a única função sem veredito definitivo, qualquer que seja a resposta
unsettled-the-one-perhaps = a única função sem veredito definitivo, conforme a resposta
unsettled-whatever = { $count } de { $all } funções, qualquer que seja a resposta
unsettled-depending = de { $least } a { $most } das { $all } funções, conforme a resposta
first-answers = As respostas sobre { $attributes } resolvem { $verdicts }.
department = Departamento
location = Localidade
group-other-departments = Outros departamentos ({ $count })
group-other-locations = Outras localidades ({ $count })
group-not-stated = não informado
findings-others = { $count ->
    [1] mais 1
   *[other] mais { $count }
  }
problems-unlisted = mais { $count } do tipo `{ $code }` fora da lista
footer-sheet = aba { $sheet }
footer-sheets = { $count } abas
footer-rulebook = regras { $rulebook }

## A primeira aba da pasta de trabalho

groups-by-department = Funções por departamento
groups-by-location = Funções por localidade
groups-largest = { $title }: os maiores grupos
ready-the-one = Pode ser decidida sem revisão.
ready = { $count ->
    [1] 1 função pode ser decidida sem revisão: { $functions }.
   *[other] { $count } funções podem ser decididas sem revisão: { $functions }.
  }
ready-first = { $count ->
    [1] 1 função pode ser decidida sem revisão, a começar por { $functions }.
   *[other] { $count } funções podem ser decididas sem revisão, a começar por { $functions }.
  }
ready-bpo = { $function } (BPO)
ready-bpo-cost = { $function } (BPO, { $cost })
ready-outsourcing = { $function } (terceirização tradicional)
ready-outsourcing-cost = { $function } (terceirização tradicional, { $cost })
hangs-none = Nenhum veredito muda quando um só peso varia de 0 a { $times } vezes o seu valor.
hangs-most = O peso que mais influi é o de { $criterion }: { $count ->
    [1] 1 de { $all } vereditos muda
   *[other] { $count } de { $all } vereditos mudam
  } quando ele varia de 0 a { $times } vezes o seu valor.
main-risk = { $risks ->
    [1] O risco apontado com mais frequência: { $risk }, em { $count ->
        [1] 1 candidata.
       *[other] { $count } candidatas.
      }
   *[other] Os riscos apontados com mais frequência: { $risk }, cada um em { $count ->
        [1] 1 candidata.
       *[other] { $count } candidatas.
      }
  }

## Mapa de calor e riscos

heat-map-legend = Azul e + falam a favor de BPO, âmbar e − a favor de terceirização tradicional; o tracejado cinza indica o que não se sabe. Em ordem de veredito e pontuação, de BPO a terceirização tradicional; por último, as que carecem de evidência.
heat-map-more = Aqui estão só as { $shown } de maior custo, de { $all ->
    [1] 1 função
   *[other] { $all } funções
  }; { $rest ->
    [1] mais 1 está na aba Avaliação.
   *[other] mais { $rest } estão na aba Avaliação.
  }
risk = Risco
contract-term = Cláusula contratual
benefit = Benefício
risks-none = Nenhum risco, cláusula contratual ou benefício foi apontado em função alguma.
risks-legend = O que a evidência aponta em cada função: primeiro os riscos, depois as cláusulas contratuais e os benefícios. De cada tipo vêm antes os mais frequentes e, em cada um, as funções de maior custo.
risks-more = Aqui { $shown ->
    [1] está só 1 constatação
   *[other] estão só { $shown } constatações
  } { $functions ->
    [1] da função de maior custo
   *[other] das { $functions } funções de maior custo
  }; { $rest ->
    [1] mais 1 está na aba Avaliação.
   *[other] mais { $rest } estão na aba Avaliação.
  }

## Pesos e fórmulas

threshold-minimum-coverage = Porcentagem da evidência possível que precisa ser conhecida para que a pontuação decida sozinha.
threshold-borderline = Pontos: uma pontuação a até esta distância de 0 leva a função à revisão.
threshold-fragile = Porcentagem: um veredito mantido por menos ponderações que isto também vai à revisão.
threshold-review-split = 1: o empate equilibrado também vai à revisão. 0: não vai.
threshold-review-neutral = 1: o empate neutro, em que nada pende para nenhum lado, também vai à revisão. 0: não vai.
threshold-review-provisional = 1: o veredito que ainda poderia mudar com o que falta também vai à revisão. 0: não vai.
threshold-review-thin = 1: o veredito apoiado em um só critério também vai à revisão. 0: não vai.
threshold-review-one-reading = 1: o veredito que mudaria com o valor seguinte de uma só leitura também vai à revisão. 0: não vai.
threshold-review-raters-disagree = 1: a função em que os avaliadores dão respostas diferentes também vai à revisão. 0: não vai.
figures-live = Vereditos e pontuações na aba Avaliação são fórmulas sobre os níveis dessa aba e os pesos e limiares da aba Critérios: ao mudar um peso ou digitar outro nível, todos os vereditos acompanham e, com eles, os números, gráficos e listas do resumo. Motivos, constatações, frases e as demais abas são os da execução.
figures-no-workbook = Não há pasta de trabalho, como pediu `--no-workbook`.
figures-values = Vereditos e pontuações são valores e não acompanham os pesos, como pediu `--values`.
figures-many-functions = Vereditos e pontuações são valores e não acompanham os pesos: com mais de { $count } funções, as fórmulas seriam lentas; `--live` as grava mesmo assim.
figures-many-columns = Vereditos e pontuações são valores e não acompanham os pesos: com tantas colunas ou critérios, as fórmulas seriam lentas; `--live` as grava mesmo assim.
