### Les mots des boutons, 80 caractères au plus, et ce qui est dit quand on en presse un en vain.

button-context = Contexte
button-not-asked = Ce n’est pas ma question
button-take-away = Retirer
button-show = Montrer à tous
button-picture = Image

cannot-show = Je ne peux pas parler à tout le monde ici, donc toi seul vois mes réponses.
not-yours = Ces boutons appartiennent à la question de quelqu’un d’autre. Demande-moi toi-même avec /{ cmd-ask }.
gone = L’histoire a été modifiée depuis, et ceci n’y est plus. Pose ta question à nouveau, s’il te plaît.
no-card = Cette citation a des signes que je ne sais pas dessiner, donc il n’y en a pas d’image.
card-alt = Carte de citation. { $text } Source : { $footnote }
