### Lo que se responde a las preguntas.

list-and = { $first } y { $last }

## Notas al pie

footnote-paragraphs = { $count ->
    [one] párrafo { $numbers }
   *[other] párrafos { $numbers }
}
footnote-byline = firma
footnote-according-to = según { $name }
footnote-in-our-reading = según nuestra lectura: { $reading }
footnote-original = En el original, en { $language }.
language-name = { $code ->
    [en] inglés
    [es] español
    [fr] francés
    [de] alemán
    [pt] portugués
   *[other] otro idioma ({ $code })
}

## Respuestas

did-you-mean = ¿Querías decir una de estas?
taken-back = Lo retiro. ¿Querías decir una de estas?
taken-back-blindly = Lo retiro. La historia sí cuenta esto:
taken-back-alone = Lo retiro. Por favor, pregunta de nuevo con otras palabras.
nearby = Lo que sí cuenta:
starters = Prueba con una de estas:
how-to-ask = Escribe tu pregunta en el mismo mensaje, con tus propias palabras.
next-one-too-long = El resto es demasiado largo para el mismo mensaje: pregunta por ello aparte.
no-match = No encuentro eso en { $stories ->
    [one] esta historia
   *[other] estas historias
}.
told-before = Eso se respondió aquí hace unos minutos: { $link }
unseen-reply = Discord no me muestra las respuestas a lo que dijo un comando. Pregunta con /{ cmd-ask } o mencióname en tu mensaje.
not-here = En este servidor solo respondo a la vista de todos en algunos canales. Pregunta aquí con /{ cmd-ask } y solo tú verás la respuesta.

title = «{ $title }»
chat-greeting = ¡Hola! Pregúntame sobre { $titles }.
chat-thanks = De nada.
chat-farewell = Adiós. Vuelve cuando tengas una pregunta.
chat-help = Pregunta con tus propias palabras sobre { $titles }. Respondo con lo que cuenta la historia o con las palabras exactas de alguien, y digo dónde están; donde la historia calla, te lo digo.
chat-self = Soy Footnote, un programa. Respondo preguntas sobre { $titles } con datos comprobados y citas exactas, cada una con su fuente, y no guardo nada sobre ti.

## Lo que rodea una respuesta

context-said-by = Quién: lo dijo { $speaker }, { $occasion }.
context-said-by-alone = Quién: lo dijo { $speaker }. La historia no indica la ocasión.
context-about = Quién y qué: trata de { $names }.
context-when = Cuándo: { $when }.
context-no-date = Cuándo: no consta ninguna fecha; la historia se publicó el { $published }.
context-address = Su dirección, que no cambia: { $ref }
context-around = A su alrededor, en la historia:
context-before = Antes: { $text }
context-after = Después: { $text }
context-first = Antes: nada, es la primera afirmación.
context-last = Después: nada, es la última afirmación.

## Citas y datos sin pregunta

no-such-quote = No conozco ninguna cita con esas palabras.
no-such-fact = No conozco ningún dato con esas palabras.
no-such-speaker = No conozco ninguna cita de alguien con ese nombre. Hablan: { $speakers }.
nothing-of-that-kind = Todavía no hay nada de eso.

## La historia en conjunto

who-nobody = No conozco a nadie ni nada con ese nombre en esta historia.
who-more = Pregunta más:
who-kind = { $name } ({ $kind ->
    [person] persona
    [place] lugar
    [organisation] organización
    [event] acontecimiento
   *[thing] cosa
})
story-counts = Conozco { $facts }, { $quotes } y { $silences }: lo que deja sin contar.
count-facts = { $count ->
    [one] { $count } dato
   *[other] { $count } datos
}
count-quotes = { $count ->
    [one] { $count } cita
   *[other] { $count } citas
}
count-silences = { $count ->
    [one] { $count } silencio
   *[other] { $count } silencios
}
source-titled = { $author }, «{ $title }», { $publisher }, { $date }
timeline-none = Esta historia no da fechas.
timeline-row = { $when }: { $text }
timeline-earlier = Antes
timeline-later = Después
how-to = Pregunta con tus propias palabras con /{ cmd-ask }, o mencióname con tu pregunta. Respondo a partir de { $stories ->
    [one] la historia
   *[other] las historias
} con datos comprobados y citas exactas, cada una con su fuente, y digo cuándo la historia calla.
more-commands = /{ cmd-quote } da las palabras exactas de alguien, /{ cmd-fact } un dato, /{ cmd-who } habla de una persona o un lugar, /{ cmd-timeline } dice qué pasó y cuándo, /{ cmd-story } qué es la historia y sus temas.
more-ways = /{ cmd-quiz } te pregunta a ti; «{ menu-ask }» y «{ menu-check }» están en el menú de un mensaje, en Aplicaciones.
page = Página { $page } de { $pages }.
page-previous = Página anterior
page-next = Página siguiente
topic-choose = Elige un tema
topic-entry = Lee una por separado
topics-all = Todos los temas
topic-heading = { $topic }, de «{ $title }»:
topic-none = todo lo demás
topic-counts = { $facts } y { $quotes }

## El quiz

quiz-asked = ¿Qué va en el hueco?
quiz-right = Sí, { $letter } es correcta.
quiz-wrong = No, { $letter } no: la correcta es { $right }.
quiz-nothing = Aquí no hay nada con lo que pueda hacer una pregunta.
