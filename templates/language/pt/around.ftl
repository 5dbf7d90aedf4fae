### O que dizem as saídas do outsift, na sintaxe do Project Fluent (https://projectfluent.org).

## O documento

language = pt-BR
title = Análise do portfólio de terceirização
figure-decimal-mark = ,
figure-thousands-mark = .
figure-percent = { $number }%
figure-thousand = { $number } mil
figure-million = { $number } mi
figure-billion = { $number } bi
figure-money-sign = { $sign } { $number }
figure-money-code = { $code } { $number }

## Títulos da primeira página e o método

page-one-decide-heading = O que decidir primeiro
page-one-settle-heading = O que mais resolveria
page-one-contents-heading = Neste relatório

method-rules = { $count ->
    [1] As regras têm um critério, { $criteria },
   *[other] As regras têm { $count } critérios ({ $criteria })
  } e indicam como fonte: { $source }. Pesos e limiares são das próprias regras e estão listados aqui.
method-changed = { $more ->
    [0] Diferem das regras padrão: { $changes }.
   *[other] Diferem das regras padrão: { $changes }; e mais { $more }.
  }
method-evidence = Cada atributo é lido como um nível de 0 a 100, e só pende o que está acima do meio da escala. A evidência de um critério é o que pende para BPO menos o que pende para terceirização tradicional; a pontuação é a média ponderada da evidência, de −100 (terceirização tradicional) a +100 (BPO). Todo o cálculo é feito com números inteiros.
method-missing = O que falta nunca é tomado por Baixo: não pende para nenhum lado, e a pontuação é dada com o intervalo que ainda pode assumir. Se todo o intervalo está de um lado de 0, esse lado é o veredito, e ele é definitivo: nada do que falta poderia mudá-lo. Senão, decide o sinal da pontuação, se há evidência conhecida bastante, e o veredito é provisório. Uma pontuação 0 só é empate quando não falta nada que possa movê-la.
method-strength = Um veredito é tênue quando, de vários critérios, só um se pronuncia; contestado, quando um critério aponta contra ele ou para os dois lados; e claro, nos demais casos. A robustez é a parcela exata de todas as ponderações possíveis dos critérios que o mantêm, pelo que se sabe e quaisquer que sejam as respostas que faltam. A margem é o menor número de passos de leitura, cada um até o valor seguinte da escala, que o mudam. Um veredito é firme quando é definitivo e nada o leva à revisão.
method-twice = { $count ->
    [1] { $attributes } conta em mais de um critério.
   *[other] { $attributes } contam, cada qual, em mais de um critério.
  }
method-terms = { $count ->
    [1] { $criteria } é um critério que nunca altera um veredito: dele resultam cláusulas para o contrato.
   *[other] { $criteria } são critérios que nunca alteram um veredito: deles resultam cláusulas para o contrato.
  }
method-off = { $count ->
    [1] { $criteria } não conta, por ter peso 0.
   *[other] { $criteria } não contam, por terem peso 0.
  }
method-extensions = Vão além das listas da fonte, como extensões das regras: { $findings }.
finding-of = { $title } ({ $verdict })
extension-on-hold = funções em espera ({ $titles })
method-limits = Esta é uma avaliação do que o inventário diz, não uma recomendação. Ela nada sabe de prestadores, preços, contratos ou leis, e nenhum veredito se baseia no nome da função.
method-more = { "" }
terms-heading = Termos
term-bpo = BPO
term-bpo-meaning = Terceirização de processos de negócio: um processo inteiro e contínuo é entregue a um prestador externo, que o executa em estreita ligação com a empresa.
term-outsourcing = Terceirização tradicional
term-outsourcing-meaning = Um trabalho ou tarefas isoladas são entregues a um prestador externo, que os assume.
term-firm = Firme
term-firm-meaning = Veredito definitivo, que não está em espera nem em lista de revisão: pode ser decidido.
term-settled = Definitivo
term-settled-meaning = Nada do que falta poderia mudar o veredito.
term-provisional = Provisório
term-provisional-meaning = O que se sabe basta para um veredito, mas o que falta ainda poderia mudá-lo.
term-open = Evidência insuficiente
term-open-meaning = O que se sabe não basta para um veredito, ou se equilibra enquanto o resto falta.
term-split = Empate
term-split-meaning = Tudo o que importa é conhecido e soma 0: neutro quando nada pende para nenhum lado, equilibrado quando o que pende para um lado compensa o que pende para o outro.
term-strength = Claro, contestado, tênue
term-strength-meaning = Claro: nenhum critério aponta contra o veredito nem para os dois lados. Contestado: um aponta. Tênue: de vários critérios, só um se pronuncia.
term-robustness = Robustez
term-robustness-meaning = A parcela de todas as ponderações possíveis dos critérios que mantêm o veredito: pelo que se sabe e quaisquer que sejam as respostas que faltam. Nada diz de leituras erradas.
term-margin = Margem
term-margin-meaning = O menor número de passos de leitura que mudam o veredito; um passo vai até o valor seguinte da escala da leitura. Com 1, o veredito depende de uma leitura.
term-hold = Em espera
term-hold-meaning = Uma restrição das regras, como uma lei ou um contrato ainda em vigor, impede que a função seja decidida agora. O veredito permanece.
terms-first = BPO (terceirização de processos de negócio): um processo inteiro e contínuo, executado por um prestador externo em estreita ligação com a empresa. Terceirização tradicional: um trabalho ou tarefas isoladas que um prestador externo assume. Firme: definitivo, que não está em espera nem em lista de revisão. Provisório: o que falta ainda poderia mudá-lo.

quality-not-drawn = Caracteres que este documento não consegue desenhar aparecem como �; eles estão { $place }: { $characters }.

rest-in-workbook = na pasta de trabalho
rest-in-record = no registro
rest-functions = { $count ->
    [1] Mais 1 função está só { $place }.
   *[other] Mais { $count } funções estão só { $place }.
  }
rest-problems = { $count ->
    [1] Mais 1 problema está só { $place }.
   *[other] Mais { $count } problemas estão só { $place }.
  }
