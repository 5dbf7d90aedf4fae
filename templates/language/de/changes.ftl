
## What has changed since an earlier run

since-new = { $count } neu
since-gone = { $count } weggefallen
since-verdicts = { $count ->
    [one] 1 Urteil geändert
   *[other] { $count } Urteile geändert
  }
since-scores = { $count ->
    [one] 1 Punktwert bemerkenswert verschoben
   *[other] { $count } Punktwerte bemerkenswert verschoben
  }
since-other-scores = { $count ->
    [one] 1 weiterer Punktwert bemerkenswert verschoben
   *[other] { $count } weitere Punktwerte bemerkenswert verschoben
  }
since-ambiguous = { $count } nicht verglichen
since-nothing = nichts neu, nichts weggefallen, kein Urteil geändert
since-carried = { $count ->
    [one] 1 Entscheidung übernommen
   *[other] { $count } Entscheidungen übernommen
  }
since-carried-all-to-check = { $count ->
    [one] 1 Entscheidung übernommen, nachzuprüfen
   *[other] { $count } Entscheidungen übernommen, alle nachzuprüfen
  }
since-carried-some-to-check = { $count ->
    [one] 1 Entscheidung übernommen
   *[other] { $count } Entscheidungen übernommen
  }, davon { $to_check } nachzuprüfen
since-not-carried = { $count ->
    [one] 1 Entscheidung nicht übernommen
   *[other] { $count } Entscheidungen nicht übernommen
  }
rules-other-text = Das Regelwerk heißt weiterhin { $now }, aber sein Text hat sich geändert; damit können sich auch Urteile geändert haben.
rules-other = Das Regelwerk war { $before } und ist nun { $now }; damit können sich auch Urteile geändert haben.
rules-same = Das Regelwerk ist dasselbe, { $now }.
rules-unnamed = Die frühere Datei nennt ihr Regelwerk nicht.
rules-moved = In Zahlen: { $figures }.
premises-before = Der frühere Lauf { $parts }; dieser nicht.
premises-now = Dieser Lauf { $parts }; der frühere nicht.
premises-answers = verwendete die Antworten in { $files }
premises-assumed = nahm { $levels } an
premises-where = las nur Zeilen mit { $rows }
premises-given = lief mit { $options }
premises-answers-changed = Die Antworten in { $files } sind andere als beim früheren Lauf.
premises-untold = Die frühere Datei sagt nicht, was ihrem Lauf vorgegeben wurde.
left-row = Stand in Zeile { $row } von { $file }
left-ambiguous = Kennung und Name sagen nicht, welche es ist
left-decided = was entschieden wurde, ist nur hier aufbewahrt
left-no-function = keine Funktion
left-gone = weggefallen
change-verdict = anderes Urteil
change-decision = Entscheidung nachzuprüfen
change-ambiguous = nicht verglichen
change-score = anderer Punktwert
change-new = neu
change-name = anderer Name
change-id = andere Kennung
change-department = andere Abteilung
because-other-rules = Belege unverändert; das Regelwerk ist ein anderes
because-other-coverage = Belege unverändert, nur ihr bekannter Anteil ist ein anderer
because-was-called = hieß { $name }
because-had-no-id = hatte keine Kennung
because-had-id = hatte die Kennung { $id }
because-was-of = gehörte zur Abteilung { $department }
decided = { $count ->
    [one] 1 Entscheidung
   *[other] { $count } Entscheidungen
  } zu { $functions ->
    [one] 1 Funktion
   *[other] { $functions } Funktionen
  }: { $parts }.
decided-agrees = { $count ->
    [one] 1 stimmt mit dem Urteil überein
   *[other] { $count } stimmen mit dem Urteil überein
  }
decided-differs = { $count ->
    [one] 1 weicht davon ab
   *[other] { $count } weichen davon ab
  }
decided-deferred = { $count ->
    [one] 1 ist vertagt
   *[other] { $count } sind vertagt
  }
decided-to-check = { $count ->
    [one] 1 ist nachzuprüfen
   *[other] { $count } sind nachzuprüfen
  }
