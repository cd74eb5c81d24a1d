### Ce qui est répondu aux questions.

list-and = { $first } et { $last }

## Notes

footnote-paragraphs = { $count ->
    [one] paragraphe { $numbers }
   *[other] paragraphes { $numbers }
}
footnote-byline = signature
footnote-according-to = selon { $name }
footnote-in-our-reading = d’après notre lecture : { $reading }
footnote-original = Dans l’original, en { $language }.
language-name = { $code ->
    [en] anglais
    [es] espagnol
    [fr] français
    [de] allemand
    [pt] portugais
   *[other] une autre langue ({ $code })
}

## Réponses

did-you-mean = Voulais-tu dire l’une de celles-ci ?
taken-back = Je retire ma réponse. Voulais-tu dire l’une de celles-ci ?
taken-back-blindly = Je retire ma réponse. Voici ce que l’histoire raconte :
taken-back-alone = Je retire ma réponse. Pose ta question avec d’autres mots, s’il te plaît.
nearby = Ce qu’elle raconte :
starters = Essaie l’une de celles-ci :
how-to-ask = Écris ta question dans le même message, avec tes propres mots.
next-one-too-long = Le reste est trop long pour le même message : demande-le à part.
no-match = Je ne trouve pas cela dans { $stories ->
    [one] cette histoire
   *[other] ces histoires
}.
told-before = La réponse a été donnée ici il y a quelques minutes : { $link }
unseen-reply = Discord ne me montre pas les réponses à ce qu’a dit une commande. Demande avec /{ cmd-ask }, ou mentionne-moi dans ton message.
not-here = Sur ce serveur, je ne réponds à tout le monde que dans certains salons. Demande ici avec /{ cmd-ask }, et toi seul verras la réponse.

title = « { $title } »
chat-greeting = Bonjour ! Interroge-moi sur { $titles }.
chat-thanks = De rien.
chat-farewell = Au revoir. Reviens quand tu as une question.
chat-help = Pose tes questions sur { $titles } avec tes propres mots. Je réponds par ce que l’histoire raconte ou par les mots exacts de quelqu’un, et je dis où cela se trouve ; là où l’histoire se tait, je te le dis.
chat-self = Je suis Footnote, un programme. Je réponds aux questions sur { $titles } avec des faits vérifiés et des citations exactes, chacun avec sa source, et je ne garde rien sur toi.

## Ce qui entoure une réponse

context-said-by = Qui : dit par { $speaker }, { $occasion }.
context-said-by-alone = Qui : dit par { $speaker }. L’histoire ne note pas l’occasion.
context-about = Qui et quoi : il s’agit de { $names }.
context-when = Quand : { $when }.
context-no-date = Quand : aucune date n’est notée ; l’histoire a été publiée le { $published }.
context-address = Son adresse, qui ne change pas : { $ref }
context-around = Autour, dans l’histoire :
context-before = Avant : { $text }
context-after = Après : { $text }
context-first = Avant : rien, c’est la première affirmation.
context-last = Après : rien, c’est la dernière affirmation.

## Citations et faits sans question

no-such-quote = Je ne connais aucune citation avec ces mots.
no-such-fact = Je ne connais aucun fait avec ces mots.
no-such-speaker = Je ne connais aucune citation de quelqu’un de ce nom. Voici qui parle : { $speakers }.
nothing-of-that-kind = Il n’y a encore rien de ce genre.

## L’histoire dans son ensemble

who-nobody = Je ne connais personne ni rien de ce nom dans cette histoire.
who-more = Demande la suite :
who-kind = { $name } ({ $kind ->
    [person] personne
    [place] lieu
    [organisation] organisation
    [event] événement
   *[thing] chose
})
story-counts = Je connais { $facts }, { $quotes } et { $silences } : ce qu’elle laisse sans réponse.
count-facts = { $count ->
    [one] { $count } fait
   *[other] { $count } faits
}
count-quotes = { $count ->
    [one] { $count } citation
   *[other] { $count } citations
}
count-silences = { $count ->
    [one] { $count } silence
   *[other] { $count } silences
}
source-titled = { $author }, « { $title } », { $publisher }, { $date }
timeline-none = Cette histoire ne donne pas de dates.
timeline-row = { $when } : { $text }
timeline-earlier = Plus tôt
timeline-later = Plus tard
how-to = Pose ta question avec tes propres mots avec /{ cmd-ask }, ou mentionne-moi avec ta question. Je réponds à partir de { $stories ->
    [one] l’histoire
   *[other] ces histoires
} avec des faits vérifiés et des citations exactes, chacun avec sa source, et je dis là où l’histoire se tait.
more-commands = /{ cmd-quote } donne les mots exacts de quelqu’un, /{ cmd-fact } un fait, /{ cmd-who } parle d’une personne ou d’un lieu, /{ cmd-timeline } dit ce qui s’est passé et quand, /{ cmd-story } ce qu’est l’histoire et ses thèmes.
more-ways = /{ cmd-quiz } t’interroge ; « { menu-ask } » et « { menu-check } » se trouvent dans le menu d’un message, sous Applications.
page = Page { $page } sur { $pages }.
page-previous = Page précédente
page-next = Page suivante
topic-choose = Choisis un thème
topic-entry = Lis l’une d’elles à part
topics-all = Tous les thèmes
topic-heading = { $topic }, dans « { $title } » :
topic-none = tout le reste
topic-counts = { $facts } et { $quotes }

## Le quiz

quiz-asked = Qu’est-ce qui va dans le trou ?
quiz-right = Oui, { $letter } est la bonne réponse.
quiz-wrong = Non, pas { $letter } : la bonne réponse est { $right }.
quiz-nothing = Il n’y a rien ici dont je puisse faire une question.
