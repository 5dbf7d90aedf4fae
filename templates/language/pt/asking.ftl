## O que diz check

check-headers = ; cabeçalhos: { $headers }
check-rows = { $count ->
    [1] 1 linha
   *[other] { $count } linhas
  }, { $functions ->
    [1] 1 função
   *[other] { $functions } funções
  }
check-rows-left-out = { $rows } e { $rest ->
    [1] 1 excluída
   *[other] { $rest } excluídas
  }
check-none = nenhum
check-other-kinds = { $counted } de { $count ->
    [1] mais 1 tipo
   *[other] mais { $count } tipos
  }
check-coverage = { $share } da evidência decisiva é conhecida
check-lacking = nenhuma coluna traz { $attributes }
check-no-header = Sem cabeçalho que indique o conteúdo: { $columns }
check-no-attribute = { $count ->
    [1] Nenhum atributo corresponde a este cabeçalho: { $columns }
   *[other] Nenhum atributo corresponde a estes cabeçalhos: { $columns }
  }
check-left-out = Linhas: { $rows }
check-more-columns = { $columns } e mais { $count }
check-gives-outputs = a pasta de trabalho, o PDF e o registro
check-gives-questionnaire = { $count ->
    [1] um questionário para a única função sem veredito definitivo
   *[other] um questionário para as { $count } funções sem veredito definitivo
  }

## Problemas de um tipo reunidos

group-at-least = pelo menos { $counted }
group-errors = { $count ->
    [1] 1 erro
   *[other] { $count } erros
  }
group-warnings = { $count ->
    [1] 1 aviso
   *[other] { $count } avisos
  }
group-notes = { $count ->
    [1] 1 nota
   *[other] { $count } notas
  }
group-on-sheet = aba `{ $sheet }`, { $subject }
group-sheet = aba `{ $sheet }`
group-cells = { $count ->
    [1] 1 célula
   *[other] { $count } células
  }
group-rows = { $count ->
    [1] 1 linha
   *[other] { $count } linhas
  }
group-in-column = { $cells } na coluna { $column }
group-cell = célula { $cell }
group-row = linha { $row }
group-column = coluna { $column }
group-line = linha { $line }
group-found = { $message }; encontrado: { $found }
group-found-for-example = { $message }; encontrado, por exemplo: { $found }

## O questionário

ask-lead = { $count ->
    [1] 1 função está sem veredito definitivo: o que falta decide o veredito ou poderia mudá-lo. { $next }
   *[other] { $count } funções estão sem veredito definitivo: o que falta decide o veredito ou poderia mudá-lo. { $next }
  }
ask-questions = { $count ->
    [1] Uma pergunta está em aberto.
   *[other] { $count } perguntas estão em aberto.
  }
ask-step-answer = Na aba “Perguntas”, responda nas células brancas: escolha da lista na célula ou digite.
ask-step-grey = Deixe as células cinza: as respostas já são conhecidas ou nada mudariam. As células brancas ficam cinza quando as respostas da linha bastam para resolver a função.
ask-step-blank = Deixe em branco a célula cuja resposta não sabe. O que falta conta como ausente, nunca como Baixo. Indique em “Respondido por” e “Respondido em” quem você é e quando respondeu: se outros respondem de outro modo, ambas as respostas são mostradas.
ask-step-start = Em cada função, pergunte o que está em “{ $column }”, primeiro a célula emoldurada; depois siga da esquerda para a direita. As primeiras respostas podem bastar.
ask-step-keep = Não altere { $count ->
    [1] a coluna seguinte: { $columns }. É por ela que as respostas encontram o caminho de volta.
   *[other] as colunas seguintes: { $columns }. É por elas que as respostas encontram o caminho de volta.
  }
ask-more = Aqui se pergunta só sobre as primeiras { $count } de { $open } funções, antes as que não têm veredito; outras { $rest } vêm depois.

## O inventário em branco

form-identity = O que a distingue das demais
form-decides = O que decide o veredito: preencha primeiro
form-size = Qual o tamanho e onde
form-raises = O que aponta benefícios, riscos e cláusulas contratuais
form-lead = Um inventário em branco de funções de negócio: preencha-o, e o outsift diz quais são candidatas a BPO, quais a terceirização tradicional, e por quê.
form-step-rows = Na aba Funções, dê a cada função a sua própria linha. Só a coluna { $name } é obrigatória.
form-step-start = Comece pelas colunas sob a faixa azul: só elas decidem o veredito. Escolha da lista na célula ou digite.
form-step-blank = Deixe em branco a célula cuja resposta não se sabe. O que falta conta como ausente, nunca como Baixo: não pende para nenhum lado, e o relatório diz que respostas mais resolveriam.
form-step-columns = As colunas de que não precisa podem ficar em branco ou ser excluídas; colunas próprias não atrapalham.
form-step-run = Salve o arquivo e execute o comando abaixo: ele grava uma pasta de trabalho, um resumo em PDF e um registro.
form-or-count = ({ $levels } ou um número)
form-asks-level = { $name }: { $levels }?
form-asks-money = { $name }: valor completo, em algarismos.
form-asks-unit = { $name } em { $unit }, em algarismos.
form-asks-number = { $name }, em algarismos.
form-asks-date = { $name }, como data.
form-asks-name = Como se chama a função.
form-asks-id = Um número ou código próprio, se houver.
form-asks-department = O departamento que faz o trabalho.
form-asks-location = Onde o trabalho é feito.
form-asks-text = { $name }, em poucas palavras.
form-help-count = Informe o número (abaixo de { $low } é Baixo, acima de { $high } é Alto) ou escolha { $levels }.
form-help-money = Ponha a moeda ao lado dos valores ou no cabeçalho: { $header } (EUR).
form-help-name = Uma linha por função; uma linha sem nome é excluída.
form-help-list = Se houver várias entradas, separe-as com vírgulas.
form-example-count = 12000 ou { $levels }
form-example-yes = { $levels }; Sim ou Não
form-example-money = 120000 ou $ 120000
form-example-number = 12 ou 3,5
form-example-date = 2027-12-31
form-example-name = Folha de pagamento
form-example-id = RH-004
form-example-department = Recursos humanos
form-example-location = Campinas
form-example-list = Uma ou várias: A, B, C
form-example-text = Qualquer texto
form-serves-name = Dá nome à linha.
form-serves-id = Distingue funções de mesmo nome.
form-serves-department = Totais por departamento.
form-serves-location = Totais por localidade.
form-serves-cost = Totais e o que vale a pena decidir primeiro.
form-serves-people = Totais e os empregos afetados.
form-bpo = BPO
form-outsourcing = terceirização tradicional
form-speaks = { $level } aponta para { $ways } ({ $criteria }).
form-speaks-both = { $high } aponta para { $ways }; { $low }, para { $others } ({ $criteria }).
form-benefits = { $count ->
    [1] Benefício: { $titles }.
   *[other] Benefícios: { $titles }.
  }
form-risks = { $count ->
    [1] Risco: { $titles }.
   *[other] Riscos: { $titles }.
  }
form-on-hold = Deixa em espera: { $titles }.
form-terms = { $count ->
    [1] Cláusula contratual: { $titles }.
   *[other] Cláusulas contratuais: { $titles }.
  }
