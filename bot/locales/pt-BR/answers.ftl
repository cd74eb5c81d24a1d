### O que se responde às perguntas.

list-and = { $first } e { $last }

## Notas de rodapé

footnote-paragraphs = { $count ->
    [one] parágrafo { $numbers }
   *[other] parágrafos { $numbers }
}
footnote-byline = assinatura
footnote-according-to = segundo { $name }
footnote-in-our-reading = na nossa leitura: { $reading }
footnote-original = No original, em { $language }.
language-name = { $code ->
    [en] inglês
    [es] espanhol
    [fr] francês
    [de] alemão
    [pt] português
   *[other] outro idioma ({ $code })
}

## Respostas

did-you-mean = Você quis dizer uma destas?
taken-back = Retiro o que disse. Você quis dizer uma destas?
taken-back-blindly = Retiro o que disse. A história conta isto:
taken-back-alone = Retiro o que disse. Por favor, pergunte de novo com outras palavras.
nearby = O que ela conta:
starters = Tente uma destas:
how-to-ask = Escreva sua pergunta na mesma mensagem, com suas próprias palavras.
next-one-too-long = O resto é longo demais para a mesma mensagem: pergunte por ele em separado.
no-match = Não encontro isso { $stories ->
    [one] nesta história
   *[other] nestas histórias
}.
told-before = Isso foi respondido aqui há poucos minutos: { $link }
unseen-reply = O Discord não me mostra respostas ao que um comando disse. Pergunte com /{ cmd-ask } ou me mencione na sua mensagem.
not-here = Neste servidor só respondo à vista de todos em alguns canais. Pergunte aqui com /{ cmd-ask } e só você verá a resposta.

title = “{ $title }”
chat-greeting = Olá! Pergunte-me sobre { $titles }.
chat-thanks = De nada.
chat-farewell = Tchau. Volte quando tiver uma pergunta.
chat-help = Pergunte com suas próprias palavras sobre { $titles }. Respondo com o que a história conta ou com as palavras exatas de alguém, e digo onde estão; onde a história se cala, eu aviso.
chat-self = Sou o Footnote, um programa. Respondo perguntas sobre { $titles } com fatos verificados e citações exatas, cada uma com sua fonte, e não guardo nada sobre você.

## O que está em volta de uma resposta

context-said-by = Quem: dito por { $speaker }, { $occasion }.
context-said-by-alone = Quem: dito por { $speaker }. A história não registra a ocasião.
context-about = Quem e o quê: trata de { $names }.
context-when = Quando: { $when }.
context-no-date = Quando: não há data registrada; a história foi publicada em { $published }.
context-address = O endereço, que não muda: { $ref }
context-around = Em volta, na história:
context-before = Antes: { $text }
context-after = Depois: { $text }
context-first = Antes: nada, é a primeira afirmação.
context-last = Depois: nada, é a última afirmação.

## Citações e fatos sem pergunta

no-such-quote = Não conheço nenhuma citação com essas palavras.
no-such-fact = Não conheço nenhum fato com essas palavras.
no-such-speaker = Não conheço nenhuma citação de alguém com esse nome. Quem fala: { $speakers }.
nothing-of-that-kind = Ainda não há nada desse tipo.

## A história como um todo

who-nobody = Não conheço ninguém nem nada com esse nome nesta história.
who-more = Pergunte mais:
who-kind = { $name } ({ $kind ->
    [person] pessoa
    [place] lugar
    [organisation] organização
    [event] acontecimento
   *[thing] coisa
})
story-counts = Conheço { $facts }, { $quotes } e { $silences }: o que ela deixa em aberto.
count-facts = { $count ->
    [one] { $count } fato
   *[other] { $count } fatos
}
count-quotes = { $count ->
    [one] { $count } citação
   *[other] { $count } citações
}
count-silences = { $count ->
    [one] { $count } silêncio
   *[other] { $count } silêncios
}
source-titled = { $author }, “{ $title }”, { $publisher }, { $date }
timeline-none = Esta história não dá datas.
timeline-row = { $when }: { $text }
timeline-earlier = Antes
timeline-later = Depois
how-to = Pergunte com suas próprias palavras com /{ cmd-ask }, ou me mencione com sua pergunta. Respondo a partir { $stories ->
    [one] da história
   *[other] das histórias
} com fatos verificados e citações exatas, cada uma com sua fonte, e digo onde a história se cala.
more-commands = /{ cmd-quote } dá as palavras exatas de alguém, /{ cmd-fact } um fato, /{ cmd-who } fala de uma pessoa ou de um lugar, /{ cmd-timeline } diz o que aconteceu e quando, /{ cmd-story } o que é a história e seus temas.
more-ways = /{ cmd-quiz } pergunta a você; “{ menu-ask }” e “{ menu-check }” ficam no menu de uma mensagem, em Apps.
page = Página { $page } de { $pages }.
page-previous = Página anterior
page-next = Próxima página
topic-choose = Escolha um tema
topic-entry = Leia uma delas em separado
topics-all = Todos os temas
topic-heading = { $topic }, de “{ $title }”:
topic-none = todo o resto
topic-counts = { $facts } e { $quotes }

## O quiz

quiz-asked = O que vai na lacuna?
quiz-right = Sim, { $letter } está certa.
quiz-wrong = Não, { $letter } não: a certa é { $right }.
quiz-nothing = Aqui não há nada de que eu possa fazer uma pergunta.
