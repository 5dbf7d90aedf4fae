### Names of our own sheets, headers and words that are read back: a run in any language knows those of all. They must not
### change once they were released, or older workbooks are not understood.

## Sheets: at most 31 characters, none of []:*?/\

sheet-summary = Resumo
sheet-verdicts = Vereditos
sheet-assessment = Avaliação
sheet-review = Revisão
sheet-heat-map = Mapa de calor
sheet-risks = Riscos
sheet-what-to-ask = O que perguntar
sheet-changes = Alterações
sheet-scenarios = Cenários
sheet-criteria = Critérios
sheet-quality = Qualidade dos dados
sheet-about = Sobre
sheet-rulebook = Regras
sheet-questions = Perguntas
sheet-read-me = Leia-me
sheet-weights = Pesos
sheet-functions = Funções

## Headers and labels

header-verdict = Veredito
header-score = Pontuação
header-decision = Decisão
header-decided-by = Decidido por
header-note = Observação
header-check = Verificar
header-evidence = Evidência
header-level = Nível
header-as-read = Como foi lido
header-answered = Respondido
header-key = Chave
header-sheet = Aba
header-source = Fonte
header-row = Linha
header-known = O que se sabe
header-first = Perguntar primeiro
header-answered-by = Respondido por
header-answered-on = Respondido em
header-criterion = Critério
header-weight = Peso
header-threshold = Limiar
header-value = Valor
header-rank = Posição
header-swing-points = Pontos por salto
header-direct-points = Pontos diretos
header-reason = Motivo
header-text = Texto
header-ends-with = Termina com
label-date = Data
label-rules = Regras
label-rules-sha256 = SHA-256 das regras
text-goes-on = nada: continua
text-last-line = o fim do texto

## Words

level-low = Baixo
level-medium = Médio
level-high = Alto
verdict-bpo = BPO
verdict-outsourcing = Terceirização tradicional
verdict-split = Empate
verdict-insufficient = Evidência insuficiente
choice-agree = de acordo
choice-bpo = BPO
choice-outsourcing = terceirização tradicional
choice-retain = manter internamente
choice-defer = adiar

## Thresholds

threshold-coverage = Cobertura necessária
threshold-borderline = Limítrofe
threshold-fragile = Frágil
threshold-split = Revisão: empate
threshold-neutral = Revisão: neutro
threshold-provisional = Revisão: provisório
threshold-thin = Revisão: tênue
threshold-one-reading = Revisão: uma leitura
threshold-raters-disagree = Revisão: avaliadores divergem

## Why a decision is to be looked at again

said-nothing = sem dado
said-not-told = não informado
check-evidence = a evidência mudou
check-then = depois
check-verdict = o veredito era
check-name = o nome era
check-department = o departamento era
check-copy = outra cópia diz
