"""Cue words of nine languages as English ones, so that a question with a known name is understood.

Statements stay in English; the reply says so in the asker's language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.words import COMMON

_CUES = {
    "de": """
        wann=when seit=since wer=who wen=who wem=who was=what welche=which welcher=which
        welches=which welchen=which warum=why wieso=why weshalb=why wie=how viele=many viel=much
        wo=where darf=may dürfen=may kann=can können=can nutzen=use nutzbar=available
        benutzen=use verwenden=use verfügbar=available gesperrt=suspended verboten=banned
        erlaubt=allowed strafe=penalty strafen=penalty bußgeld=fine bußgelder=fine
        frist=deadline fristen=deadline gesetz=law verordnung=regulation gilt=applies
        gelten=apply kraft=force inkrafttreten=effective unterzeichnet=signed
        unterschrieben=signed gefordert=asked gebeten=asked angeordnet=ordered
        freiwillig=voluntary verpflichtend=mandatory pflicht=duty pflichten=duties melden=report
        meldefrist=deadline unternehmen=companies firmen=companies modell=model modelle=models
        alle=everyone lizenz=licence gewichte=weights preis=price kostet=costs gesagt=said
        sagte=said zitat=quote bedeutet=means heißt=means schwellenwert=threshold stunden=hours
        tage=days richter=judge gericht=court klage=lawsuit grund=reason regierung=government
        wieder=again noch=still aufgehoben=lifted entwickler=developer für=for und=and oder=or
        der=the die=the das=the ist=is sind=are von=of zu=to muss=must müssen=must nicht=not
        beschränken=limit veröffentlicht=released erschienen=released
        durfte=allowed durften=allowed benutzt=used genutzt=used genau=exactly geschrieben=wrote
        schrieb=wrote richterin=judge sicherheit=security nationale=national nationalen=national
        externe=external prüfung=audit prüfungen=audits amerikaner=americans ab=from bis=until
        anordnung=order dekret=order brief=letter schreiben=letter kongress=congress senat=senate
        entwurf=draft gesetzentwurf=bill weißes=white weiße=white haus=house weißen=white
        hauses=house ausnahme=exemption ausnahmen=exemptions umsatz=revenue rahmen=framework
        abkommen=accord verhängt=imposed ausgesetzt=suspended gestoppt=stopped behörde=agency
        behörden=agencies kunden=customers ausländer=foreign_nationals staaten=states
        unterschied=difference zwischen=between vorfall=incident vorfälle=incidents gibt=exists
        warten=wait ki=ai mit=with durch=by gegen=against
    """,
    "fr": """
        quand=when depuis=since qui=who que=what quoi=what quel=which quelle=which quels=which
        quelles=which pourquoi=why comment=how combien=how_many peut=can peuvent=can
        utiliser=use accès=access disponible=available interdit=banned suspendu=suspended
        autorisé=allowed amende=fine amendes=fine sanction=penalty sanctions=penalty
        délai=deadline échéance=deadline loi=law règlement=regulation décret=order vigueur=force
        signé=signed demandé=asked ordonné=ordered volontaire=voluntary obligatoire=mandatory
        obligations=requirements obligation=requirement doit=must doivent=must respecter=comply
        entreprises=companies entreprise=company modèle=model modèles=models licence=licence
        poids=weights prix=price coûte=costs dit=said citation=quote signifie=means
        seuil=threshold heures=hours jours=days juge=judge tribunal=court raison=reason
        gouvernement=government partir=since levé=lifted est=is sont=are le=the la=the les=the
        des=of du=of et=and ou=or pour=for pas=not dans=in sortie=release publié=published
        règle=rule règles=rules encore=still appliquée=enforced appliqué=enforced
        retrouvé=regained organisations=organisations élus=representatives déposé=introduced
        lettre=letter cadre=framework accord=accord écrit=wrote juges=judges juin=june
        juillet=july août=august septembre=september octobre=october mai=may janvier=january
        février=february mars=march avril=april novembre=november décembre=december
        chiffre=revenue affaires=revenue différence=difference entre=between agence=agency
        sécurité=security nationale=national maison=house blanche=white utilisateurs=users
        incidents=incidents signaler=report projet=draft texte=text exemption=exemption
        étrangers=foreign_nationals ia=ai états=states unis=united selon=according_to avec=with
        par=by contre=against
    """,
    "es": """
        cuándo=when cuando=when desde=since quién=who quiénes=who quien=who qué=what que=what
        cuál=which cuáles=which cual=which por=for porqué=why cómo=how como=how cuánto=how_much
        cuánta=how_much cuántos=how_many cuántas=how_many puede=can pueden=can usar=use
        utilizar=use acceso=access disponible=available prohibido=banned suspendido=suspended
        permitido=allowed multa=fine multas=fine sanción=penalty plazo=deadline ley=law
        reglamento=regulation orden=order vigor=force firmó=signed firmado=signed pidieron=asked
        pidió=asked ordenó=ordered voluntario=voluntary obligatorio=mandatory
        obligaciones=requirements debe=must deben=must empresas=companies empresa=company
        modelo=model modelos=models licencia=licence pesos=weights precio=price cuesta=costs
        dijo=said cita=quote significa=means umbral=threshold horas=hours días=days juez=judge
        jueza=judge tribunal=court razón=reason gobierno=government levantó=lifted
        oficinas=offices oficina=office casa_blanca=white_house limitar=limit dos=two es=is
        son=are el=the la=the los=the las=the de=of del=of y=and o=or para=for no=not
        hasta=until sistemas=systems antiguos=older marcar=mark contenidos=content
        según=according_to artículo=article incumple=breaks incumplir=breach acuerdo=accord
        casa=house blanca=white carta=letter firma=signs cláusula=clause marco=framework
        escribió=wrote seguridad=security nacional=national junio=june julio=july agosto=august
        septiembre=september octubre=october enero=january mayo=may noviembre=november
        diciembre=december diferencia=difference entre=between agencia=agency usuarios=users
        incidentes=incidents ingresos=revenue borrador=draft proyecto=bill ejecutiva=executive
        extranjeros=foreign_nationals hay=is estados=states unidos=united ia=ai solo=only
        con=with sobre=about una=a un=a si=if
    """,
    "pt": """
        quando=when desde=since quem=who que=what qual=which quais=which porque=why como=how
        quanto=how_much quantos=how_many quantas=how_many pode=can podem=can usar=use
        acesso=access disponível=available proibido=banned suspenso=suspended permitido=allowed
        multa=fine multas=fine prazo=deadline lei=law regulamento=regulation ordem=order
        vigor=force assinou=signed pediu=asked pediram=asked ordenou=ordered
        voluntário=voluntary obrigatório=mandatory obrigações=requirements deve=must devem=must
        empresas=companies modelo=model modelos=models licença=licence pesos=weights preço=price
        custa=costs disse=said citação=quote significa=means limite=threshold horas=hours
        dias=days juiz=judge juíza=judge tribunal=court motivo=reason governo=government não=not
        é=is são=are o=the a=the os=the as=the do=of da=of dos=of das=of e=and ou=or para=for
        foi=was assinada=signed assinado=signed executiva=executive
        superinteligência=super_intelligence já=already apresentou=introduced
        apresentado=introduced fronteira=frontier reino=united unido=kingdom uma=a um=a
        sobre=about carta=letter acordo=accord casa=house branca=white segurança=security
        nacional=national junho=june julho=july agosto=august setembro=september outubro=october
        janeiro=january maio=may novembro=november dezembro=december receita=revenue
        usuários=users incidentes=incidents diferença=difference entre=between agência=agency
        estados=states unidos=united ia=ai com=with entra=enters ainda=still quadro=framework
    """,
    "it": """
        quando=when da=since chi=who che=what cosa=what quale=which quali=which perché=why
        come=how quanto=how_much quanti=how_many quante=how_many può=can possono=can usare=use
        utilizzare=use accesso=access disponibile=available vietato=banned sospeso=suspended
        permesso=allowed multa=fine multe=fine sanzione=penalty sanzioni=penalty
        scadenza=deadline legge=law regolamento=regulation ordine=order vigore=force
        firmato=signed chiesto=asked ordinato=ordered volontario=voluntary
        obbligatorio=mandatory obblighi=requirements deve=must devono=must aziende=companies
        modello=model modelli=models licenza=licence pesi=weights prezzo=price costa=costs
        detto=said citazione=quote significa=means soglia=threshold ore=hours giorni=days
        giudice=judge tribunale=court motivo=reason governo=government non=not è=is sono=are
        il=the lo=the la=the i=the gli=the le=the di=of del=of della=of e=and o=or per=for
        ammontano=amount coreana=korean coreano=korean regno=united unito=kingdom
        presentato=introduced frontiera=frontier lettera=letter accordo=accord casa=house
        bianca=white sicurezza=security nazionale=national giugno=june luglio=july agosto=august
        settembre=september ottobre=october gennaio=january maggio=may novembre=november
        dicembre=december fatturato=revenue utenti=users incidenti=incidents
        differenza=difference tra=between agenzia=agency stati=states uniti=united ha=has
        hanno=have ancora=still sull=about sulla=about una=a un=a quadro=framework firmata=signed
        ia=ai con=with entra=enters scritto=wrote esecutivo=executive
    """,
    "nl": """
        wanneer=when sinds=since wie=who wat=what welke=which waarom=why hoe=how veel=many
        hoeveel=how_many mag=may mogen=may kan=can kunnen=can gebruiken=use toegang=access
        beschikbaar=available verboden=banned opgeschort=suspended toegestaan=allowed boete=fine
        boetes=fine termijn=deadline wet=law verordening=regulation bevel=order kracht=force
        ondertekend=signed gevraagd=asked bevolen=ordered vrijwillig=voluntary
        verplicht=mandatory verplichtingen=requirements moet=must moeten=must
        bedrijven=companies model=model modellen=models licentie=licence gewichten=weights
        prijs=price kost=costs gezegd=said zei=said citaat=quote betekent=means
        drempel=threshold uur=hours dagen=days rechter=judge rechtbank=court reden=reason
        overheid=government niet=not is=is zijn=are de=the het=the een=a van=of en=and of=or
        voor=for
        raamwerk=framework gepubliceerd=published eigenlijk=actually wordt=is worden=are
        moment=moment gehandhaafd=enforced testovereenkomst=testing_agreement
        overeenkomst=agreement bevestigd=upheld aanwijzing=designation heeft=has hebben=have
        brief=letter veiligheid=security nationale=national gebruikers=users maandelijkse=monthly
        juni=june juli=july augustus=august oktober=october verschil=difference tussen=between
        incidenten=incidents melden=report omzet=revenue huis=house witte=white nog=still
        dit=this die=that met=with door=by tegen=against wetsvoorstel=bill akkoord=accord
        vanaf=from tot=until staten=states verenigde=united
    """,
    "pl": """
        kiedy=when od=since kto=who co=what który=which która=which które=which którzy=who
        dlaczego=why jak=how ile=how_many może=can mogą=can używać=use korzystać=use
        dostęp=access dostępny=available zakazany=banned zawieszony=suspended dozwolony=allowed
        kara=penalty kary=penalty grzywna=fine termin=deadline ustawa=law
        rozporządzenie=regulation nakaz=order życie=force podpisał=signed podpisano=signed
        poprosił=asked poproszono=asked dobrowolne=voluntary obowiązkowe=mandatory
        obowiązki=requirements musi=must muszą=must firmy=companies modelu=model modele=models
        licencja=licence licencji=licence wagi=weights cena=price kosztuje=costs powiedział=said
        powiedziała=said cytat=quote znaczy=means próg=threshold godzin=hours dni=days
        sędzia=judge sąd=court powód=reason rząd=government nie=not jest=is są=are i=and lub=or
        dla=for w=in na=on
        jakie=which jaki=which jaka=which zagrożenie=risk wskazano=given liście=letter
        list=letter czerwca=june lipca=july sierpnia=august września=september
        października=october stycznia=january maja=may grudnia=december listopada=november
        sprawie=on pełni=full obowiązuje=in_force japońska=japanese ustawy=law umowa=agreement
        bezpieczeństwo=security narodowe=national użytkowników=users różnica=difference
        między=between incydenty=incidents czy=is nadal=still został=was została=was biały=white
        dom=house stany=states zjednoczone=united z=with ustawę=law rozporządzenia=order
        podpisane=signed podpisana=signed
    """,
    "zh": """
        什么时候=when 何时=when 谁=who 哪些=which 哪个=which 哪=which 什么=what 为什么=why
        怎么=how 多少=how_many 几=how_many 可以=can 能=can 使用=use 访问=access 开放=available
        可用=available 禁止=banned 暂停=suspended 允许=allowed 罚款=fine 处罚=penalty
        截止=deadline 期限=deadline 法律=law 法案=bill 法规=regulation 命令=order
        行政令=executive_order 生效=force 签署=signed 要求=required 请求=asked 自愿=voluntary
        强制=mandatory 义务=requirements 必须=must 公司=companies 企业=companies 模型=model
        许可证=licence 许可=licence 权重=weights 价格=price 说=said 意思=means 门槛=threshold
        阈值=threshold 小时=hours 天=days 法官=judge 法院=court 原因=reason 政府=government
        发布=released 备案=filing 登记=registration 出口管制=export_control 解除=lifted
        用户=users 中国=china 美国=us 欧盟=eu 加州=california 白宫=white_house
        人工智能=ai 拟人化互动服务=anthropomorphic_interactive_services 拟人化=anthropomorphic
        管理暂行办法=interim_measures 暂行办法=interim_measures 生成式=generative 算法=algorithm
        服务=services
        标识=labelling 信=letter 框架=framework 协议=accord 国家安全=national_security
        法官林=judge_lin
        谁签署=who_signed 外国人=foreign_nationals 限制=limit 恢复=restored 草案=draft 日期=date
        韩国=korea
        日本=japan 英国=uk 特朗普=trump 商务部=commerce 开源=open_weights 区别=difference
        事件=incident
    """,
    "ja": """
        いつ=when から=since 誰=who だれ=who 何=what どの=which どれ=which なぜ=why どう=how
        いくつ=how_many いくら=how_much 使える=can_use 使え=can_use 利用=use 利用可能=available
        アクセス=access 禁止=banned 停止=suspended 許可=allowed 罰金=fine 罰則=penalty
        期限=deadline 締切=deadline 法律=law 法案=bill 規則=regulation 命令=order
        大統領令=executive_order 施行=force 署名=signed 要請=asked 任意=voluntary
        義務=requirements 企業=companies 会社=companies モデル=model ライセンス=licence
        重み=weights 価格=price 言っ=said 発言=said 意味=means 閾値=threshold 時間=hours 日=days
        裁判官=judge 裁判所=court 理由=reason 政府=government 公開=released 解除=lifted
        日本=japan 中国=china 米国=us
        人工知能=ai 書簡=letter 枠組み=framework 合意=accord 安全保障=national_security
        制限=limit 再開=restored
        草案=draft 韓国=korea 英国=uk 欧州=eu トランプ=trump 商務省=commerce
        外国人=foreign_nationals 違い=difference
        事故=incident 報告=report ホワイトハウス=white_house カリフォルニア=california
        有効=in_force 発効=take_effect
        誰が=who まだ=still 提訴=lawsuit 利用者=users 売上=revenue 基準=threshold
    """,
}
_NOTES = {
    "de": "Die Antwort steht nur auf Englisch zur Verfügung.",
    "fr": "La réponse n'est disponible qu'en anglais.",
    "es": "La respuesta solo está disponible en inglés.",
    "pt": "A resposta só está disponível em inglês.",
    "it": "La risposta è disponibile solo in inglese.",
    "nl": "Het antwoord is alleen in het Engels beschikbaar.",
    "pl": "Odpowiedź jest dostępna tylko po angielsku.",
    "zh": "答案仅提供英文。",
    "ja": "回答は英語のみです。",
}
_ENOUGH = 2  # cue words by which a language is recognised, if it has more of them than English
_CJK = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Translated:
    """The question with its cue words in English, and the language they were in, if not English."""

    text: str
    language: str | None

    @property
    def note(self) -> str:
        """What the reply says of its language, in the asker's; empty for English."""
        return _NOTES.get(self.language or "", "")


def translate_cues(text: str) -> Translated:
    """Put English words for the cue words of the language that most of them belong to."""
    lowered = text.casefold()
    runs = _CJK.findall(lowered)
    if runs:
        japanese = any("\u3040" <= c <= "\u30ff" for run in runs for c in run)
        language = "ja" if japanese else "zh"
        return Translated(_CJK.sub(lambda m: _replaced(m[0], language), lowered), language)
    words = re.findall(r"[^\W\d_]+", lowered)
    tables = _tables()
    plain = sum(word in COMMON for word in words)
    scores = {
        name: len({w for w in words if w in tables[name] and w not in _ENGLISH})
        for name in _CUES
        if name not in ("zh", "ja")
    }
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < _ENOUGH or scores[best] <= plain:
        return Translated(text, None)
    table = tables[best]
    turned = re.sub(r"[^\W\d_]+", lambda m: table.get(m[0].casefold(), m[0]), text)
    return Translated(turned.replace("_", " "), best)


_ENGLISH = frozenset(
    {
        *("a", "as", "o", "i", "e", "do", "no", "of", "in", "on", "is", "to", "was", "die", "den"),
        *("model", "come", "sanction", "sanctions", "licence", "dates", "me", "are", "fine", "con"),
        *("accord", "list", "moment", "organisations", "incidents", "door", "met", "hay", "brief"),
    },
)


def _replaced(run: str, language: str) -> str:
    """A run of Chinese or Japanese signs as the English words of the cues that it has."""
    cues = sorted(_tables()[language].items(), key=lambda cue: -len(cue[0]))
    found: list[tuple[int, str]] = []
    for sign, english in cues:
        at = run.find(sign)
        if at >= 0:
            found.append((at, english.replace("_", " ")))
            run = run.replace(sign, "\0" * len(sign))
    return " " + " ".join(word for _, word in sorted(found)) + " "


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, str]]:
    return {name: dict(pair.split("=", 1) for pair in text.split()) for name, text in _CUES.items()}
