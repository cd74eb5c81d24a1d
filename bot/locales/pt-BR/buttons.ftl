### Palavras nos botões, de no máximo 80 caracteres, e o que se diz quando um é apertado em vão.

button-context = Contexto
button-not-asked = Não foi o que perguntei
button-take-away = Remover
button-show = Mostrar a todos
button-picture = Imagem

cannot-show = Não posso falar a todos aqui, então só você vê minhas respostas.
not-yours = Estes botões são da pergunta de outra pessoa. Pergunte você com /{ cmd-ask }.
gone = A história foi editada desde então e isto não está mais nela. Por favor, pergunte de novo.
no-card = Esta citação tem sinais que não sei desenhar, então não há imagem dela.
card-alt = Cartão de citação. { $text } Fonte: { $footnote }
