import pytest

from demandeur.english import other_language

FOREIGN = {
    "de": (
        "Die Außenministerin von Velgia forderte am Montag die Regierung in Karstania auf, die Blockade des Hafens "
        "sofort zu beenden. Was die Gegenseite so anbiete, sei an keiner Stelle genug, sagte sie."
    ),
    "fr": (
        "La ministre des Affaires étrangères de Velgia a exigé lundi que le gouvernement de Karstania lève le "
        "blocus du port. Le porte-parole du président a rejeté cette demande, mais il a proposé une rencontre."
    ),
    "es": (
        "La ministra de Asuntos Exteriores de Velgia exigió el lunes que el Gobierno de Karstania levante de "
        "inmediato el bloqueo del puerto. No hay otra salida, dijo a la prensa."
    ),
    "pt": (
        "A ministra das Relações Exteriores de Velgia exigiu na segunda-feira que o governo de Karstania levante o "
        "bloqueio do porto. O que se passa no mar não é aceitável, disse. As partes do acordo não me deram "
        "resposta."
    ),
    "nl": (
        "De minister van Buitenlandse Zaken van Velgia eiste maandag dat de regering in Karstania de blokkade van "
        "de haven opheft. Het was al de derde keer, zei ze, en we hadden geen antwoord over de eis in het "
        "parlement."
    ),
    "it": (
        "La ministra degli Esteri di Velgia ha chiesto lunedì al governo di Karstania di togliere subito il blocco "
        "del porto. Il portavoce del presidente ha respinto la richiesta."
    ),
    "ru": "Министр иностранных дел Велгии потребовала в понедельник немедленно снять блокаду порта.",
    "uk": (
        "Міністерка закордонних справ Велгії вимагала в понеділок негайно зняти блокаду порту. Речник відхилив вимогу."
    ),
    "zh": "韦尔吉亚外交部长星期一要求卡斯塔尼亚政府立即解除对港口的封锁。总统发言人拒绝了这一要求。",
    "ar": "طالبت وزيرة الخارجية يوم الاثنين برفع الحصار عن الميناء فورا، ورفض المتحدث باسم الرئيس هذا الطلب.",
}

ENGLISH = [
    "Oyelaran Adebayo-Thistlewood met Przemysław Wójcikiewicz in Szczebrzeszyn.",
    "President Nguyễn Văn Trường of Đông Hải urged Prime Minister Phạm Thị Hạnh to reopen Cửa Lục.",
    "Foreign Minister Jorge de la Cruz y Montoya demanded that Presidenta Lucía Fernández release La Paz del Río.",
    "Generaloberst Friedrich von Hohenlohe-Bartenstein rejected Außenminister Jürgen Müller-Lüdenscheidt's offer.",
    '"Nein," Bundeskanzler Grünwald told Der Morgen.',
    "Lévesque condamné: the premier called the report “une honte nationale”, and Ottawa agreed.",
    "Kwame Nkosi Dlamini kaThembu accused Nelisiwe Zuma-Mkhize.",
    "Jan van der Meer, Piet van den Berg, Klaas van der Linden, Joost van den Heuvel and Anna van der Wal rejected it.",
    "Carlos de la Vega y Ruiz, Carmen de los Ríos, Juan del Valle y de la Cruz and Pedro de las Casas rejected it.",
    "Velgia rejected Karstania.",
    "VELGIA DEMANDS KARSTANIA LIFT PORT BLOCKADE",
    "The envoy read out the note, “Министр потребовала немедленно снять блокаду порта”, and left the room.",
    "No.",
    "12 + 30 = 42",
]


@pytest.mark.parametrize("language", FOREIGN)
def test_a_paragraph_in_another_language_is_told_by_its_code(language):
    assert other_language(FOREIGN[language]) == language


@pytest.mark.parametrize("sentence", ENGLISH)
def test_an_english_sentence_passes_whatever_names_are_in_it(sentence):
    assert other_language(sentence) is None


def test_what_is_too_short_to_tell_passes():
    assert other_language("Der Minister fordert ein Ende der Blockade.") is None


def test_an_english_text_is_not_asked_of_py3langid(monkeypatch):
    monkeypatch.delattr("demandeur.english._identifier")
    assert other_language("The minister said that she would not sign what the others had asked of her.") is None
