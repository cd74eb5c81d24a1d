### O que lê quem cuida de um servidor, e o que se lê quando algo não funciona.

calm = Desculpe, algo deu errado do meu lado. Por favor, pergunte de novo daqui a pouco.
reader-pause = Foi muita coisa de uma vez. Volto a responder a você em meio minuto.
channel-pause = Este canal pergunta muito de uma vez. Volto a responder aqui em meio minuto.

## Permissões, com os nomes que as configurações do Discord mostram

permission-view-channel = Ver canal
permission-send-messages = Enviar mensagens
permission-send-messages-in-threads = Enviar mensagens em tópicos
permission-read-message-history = Ver histórico de mensagens
permission-missing = Não consigo responder direito em { $channel }: falta ao meu cargo { $permissions } lá. Isso pode ser dado nas configurações do canal, em Permissões. Só digo isto uma vez.
here-instead = Não posso escrever em { $channel } (lá me falta { $permissions }), então aqui está minha resposta.

## Administração

not-a-manager = Só quem pode gerenciar este servidor pode fazer isso.
not-kept = Não consegui anotar isso agora, então nada mudou. Por favor, tente de novo em um minuto.
not-read = Não consigo consultar isso agora. Por favor, tente de novo em um minuto.

settings-of = **Configurações deste servidor**
settings-story-all = - História: todas que conheço
settings-story-one = - História: “{ $title }”
settings-story-lost = - História: `{ $id }`, que não conheço mais, então todas que conheço; escolha outra
settings-language = - Idioma: { $language }
settings-language-servers = o do servidor
settings-private = - Respostas a comandos: só quem pergunta as vê, a menos que ponha `{ cmd-ask-private }` em False
settings-public = - Respostas a comandos: todos as veem, a menos que quem pergunta ponha `{ cmd-ask-private }` em True
settings-repeats-linked = - O que acabou de ser contado: ponho um link
settings-repeats-told = - O que acabou de ser contado: conto de novo
settings-everywhere = - Onde todos podem ver minhas respostas: em todos os canais
settings-only-there = - Onde todos podem ver minhas respostas: { $channels }; nos outros, só quem pergunta
settings-nothing = Escolha ao menos uma opção de `/{ cmd-settings } { cmd-settings-set }`; `/{ cmd-settings } { cmd-settings-show }` diz o que está configurado.
settings-no-such-story = Não conheço nenhuma história “{ $typed }”: escolha uma das que aparecem enquanto você digita, ou “{ $all }”.
settings-every-story = Todas as histórias
settings-too-many = Seriam mais de { $most } canais: retire um, ou ponha `{ cmd-settings-set-everywhere }` em True.
settings-both-ways = Indique um canal para acrescentar ou retirar, ou ponha `{ cmd-settings-set-everywhere }` em True, mas não as duas coisas ao mesmo tempo.
settings-the-last = Esse é o último canal: ponha `{ cmd-settings-set-everywhere }` em True se todos podem ver minhas respostas em todos os canais.
settings-not-among = { $channel } não está entre os canais onde todos podem ver minhas respostas, então não há nada para retirar.

## A citação do dia

daily-heading = **A citação do dia**
daily-forbidden = Não tive permissão para publicar a última: dê-me { permission-view-channel } e { permission-send-messages } lá.
daily-gone = Não pude publicar a última porque o canal não existe mais: escolha outro com /{ cmd-daily } { cmd-daily-set }.
daily-failed = O Discord falhou quando publiquei a última; talvez ela esteja faltando.
daily-empty = Não pude publicar a última porque a história daqui não tem citações.
daily-is-set = Uma citação por dia: em { $channel } às { $time } ({ $zone }). A próxima vem { $when }.
daily-none = Não há citação diária aqui; `/{ cmd-daily } { cmd-daily-set }` começa uma.
daily-ended = A citação diária terminou.
daily-no-time = “{ $typed }” não é um horário que eu saiba ler: escreva horas e minutos, como 09:00 ou 18:30.
daily-no-zone = Não conheço o fuso horário “{ $typed }”: escolha um que apareça enquanto você digita, como Europe/Berlin.
daily-may-not-post = Não posso publicar em { $channel }: dê-me { $permissions } lá e configure de novo.
