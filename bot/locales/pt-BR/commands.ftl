### Comandos e suas opções: em minúsculas, sem espaços, de 1 a 32 caracteres; descrições de até 100.

cmd-ask = perguntar
    .description = Pergunte algo sobre a história.
cmd-ask-question = pergunta
    .description = Sua pergunta, com suas próprias palavras
cmd-ask-private = privado
    .description = Mostrar a resposta só a você

cmd-quote = citação
    .description = Leia o que alguém disse, palavra por palavra; sem opções, uma citação ao acaso.
cmd-quote-search = busca
    .description = Palavras da citação, ou do que ela trata
cmd-quote-by = de
    .description = Quem disse
cmd-quote-private = privado
    .description = Mostrar a citação só a você
cmd-quote-card = imagem
    .description = Mostrar também como imagem

cmd-fact = fato
    .description = Leia um fato da história; sem opções, um ao acaso.
cmd-fact-search = busca
    .description = Palavras do fato, ou do que ele trata
cmd-fact-private = privado
    .description = Mostrar o fato só a você

cmd-story = história
    .description = Veja o que é a história e onde foi contada, e folheie seus temas.
cmd-story-private = privado
    .description = Mostrar só a você

cmd-who = quem
    .description = Veja quem ou o que é alguém ou algo da história.
cmd-who-name = nome
    .description = Uma pessoa, um lugar, um acontecimento ou uma coisa da história
cmd-who-private = privado
    .description = Mostrar só a você

cmd-timeline = cronologia
    .description = Veja o que aconteceu e quando, o mais antigo primeiro.
cmd-timeline-private = privado
    .description = Mostrar só a você

cmd-help = ajuda
    .description = Veja como me perguntar, com exemplos para clicar.

cmd-quiz = quiz
    .description = Jogue: uma frase da história com uma lacuna e quatro respostas para escolher.
cmd-quiz-private = privado
    .description = Perguntar só a você

cmd-daily = diária
    .description = Uma citação da história todo dia
cmd-daily-set = definir
    .description = Publique uma citação todo dia, nenhuma de novo até que todas tenham saído.
cmd-daily-set-channel = canal
    .description = Onde publicar
cmd-daily-set-time = hora
    .description = A que hora do dia, como 09:00
cmd-daily-set-zone = fuso
    .description = Em que fuso horário
cmd-daily-off = encerrar
    .description = Encerre a citação diária.
cmd-daily-show = ver
    .description = Veja onde e quando a citação diária é publicada, e se isso funciona.

cmd-settings = configurações
    .description = Veja e defina o que faço neste servidor
cmd-settings-show = ver
    .description = Veja o que está configurado para este servidor.
cmd-settings-set = mudar
    .description = Mude o que está configurado neste servidor; o que você omitir fica como está.
cmd-settings-set-story = história
    .description = A única história que conto aqui
cmd-settings-set-language = idioma
    .description = O idioma que falo aqui
cmd-settings-set-private = privado
    .description = Mostrar respostas a comandos só a quem pergunta, a menos que queira outra coisa
cmd-settings-set-repeat-links = links
    .description = Pôr um link para o que acabou de ser contado em vez de contar de novo
cmd-settings-set-channel = canal
    .description = Acrescentar um canal onde todos veem minhas respostas; nos outros, só quem pergunta
cmd-settings-set-without = sem
    .description = Retirar um canal daqueles onde todos veem minhas respostas
cmd-settings-set-everywhere = todos
    .description = Deixar todos verem minhas respostas em todos os canais
choice-as-the-servers = O do servidor

menu-ask = Perguntar sobre isto
menu-check = Está bem citado?
