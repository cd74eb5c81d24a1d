### O menu de uma mensagem: o que a história diz sobre ela e se ela cita alguém corretamente.

nothing-to-ask = Esta mensagem não tem palavras que eu possa procurar. Pergunte-me com /{ cmd-ask } com suas próprias palavras.
replies-to = -# Sobre o que { $author } escreveu: “{ $words }”

quoted-exact = **Palavra por palavra.** { $speaker } disse isto{ $occasion }.{ $mark }
quoted-shortened = **Palavra por palavra, com uma omissão.** { $speaker } disse isto{ $occasion }.{ $mark }
quoted-marks = **Todas as palavras estão lá, mas não todos os sinais.** A pontuação ou as maiúsculas diferem do que { $speaker } disse{ $occasion }.{ $mark }
quoted-almost = **Quase, mas não palavra por palavra.** Chega perto do que { $speaker } disse{ $occasion }.{ $mark }
quoted-none = **Não encontrado.** Estas palavras não estão em nenhuma citação que eu conheça. Se foram ditas em outro lugar, não sei.
quoted-omitted = Omitido onde estão os pontos: { $omitted }.
quoted-nothing-omitted = Nada foi omitido onde estão os pontos.
quoted-too-few = **Palavras de menos.** Uma ou duas palavras não provam nada: qualquer pessoa pode tê-las dito.
quoted-wrong-name = **Nome errado:** quem disse foi { $speaker }, não { $ascribed }.
quoted-whole = A citação inteira, com essa parte em negrito: “{ $text }”
quoted-quote = A citação: “{ $text }”
quoted-legend = Riscado: na mensagem, não na citação. Negrito: na citação, não na mensagem.
quoted-left-out = omitido: “{ $stands }”
quoted-put-in = acrescentado: “{ $written }”
quoted-changed = mudado: “{ $written }”; a citação diz “{ $stands }”
quoted-moved = movido para outro lugar: “{ $written }”
quoted-more-changes = e mais { $count }
quoted-more = A mensagem cita mais ({ $count }); olhei os primeiros { $judged }.
quoted-nothing = Não há palavras nesta mensagem que eu possa procurar em uma citação.
quoted-theirs = O que { $speaker } disse:
