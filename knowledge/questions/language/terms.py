"""Terms of the field in nine languages, with the English words that stand for them."""

from __future__ import annotations

TERMS = {
    "de": """
    geldbuße=fine geldbußen=fine geldstrafe=fine verhängen=impose täglich=per_day verstoß=violation
    verstöße=violation notfall=emergency notstand=emergency notausschalter=kill_switch
    abschaltgesetz=kill_switch leitlinien=guidelines richtlinien=guidelines steuerung=governance
    zwingend=mandatory obligatorisch=mandatory verbindlich=mandatory freiwillige=voluntary
    freiwilligen=voluntary kennzeichnen=label gekennzeichnet=label kennzeichnung=label
    synthetisch=synthetic synthetische=synthetic synthetischen=synthetic inhalt=content
    inhalte=content inhalten=content wasserzeichen=watermark minderjährige=minors
    minderjährigen=minors kinder=minors begleiter=companion transparenz=transparency
    sicherheits=safety risiko=risk risiken=risk trainingsdaten=training anbieter=provider
    betreiber=deployer allzweck=general-purpose eintragen=register eintragung=register
    benachrichtigen=notify hinweisgeber=whistleblower bewertung=evaluation evaluierung=evaluation
    testen=test prüferin=auditor ausfuhr=export exportkontrolle=export exportkontrollen=export
    halbleiter=chips mitarbeiter=employees mitarbeitern=employees beschäftigte=employees
    partnern=partners militär=military militärische=military einstweilige=injunction
    verfügung=injunction berufung=appeal entscheidung=ruling gerichtsurteil=ruling
    rechtsstreit=lawsuit gouverneur=governor gouverneurin=governor ministerium=minister
    kommission=commission abgeordnete=parliament handelsministerium=commerce
    handelsministeriums=commerce finanzministerium=treasury generalstaatsanwalt=attorney_general
    justizminister=attorney_general büro=office strategie=strategy verhaltenskodex=code_of_practice
    praxiskodex=code_of_practice kodex=code_of_practice normen=standard änderung=amendment
    einspruch=veto abstimmung=vote abgestimmt=vote stimmten=vote stimmen=vote annehmen=adopt
    angenommen=adopt veröffentlichen=publish veröffentlichte=publish aufheben=repeal
    verschieben=delay verschoben=delay aufschub=delay verbieten=prohibit verbietet=prohibit
    verlangen=require verlangt=require vorschreiben=require offenlegen=disclose offenlegung=disclose
    meldepflicht=report entfernen=remove löschen=remove vorschlagen=propose vorgeschlagen=propose
    vorschlag=propose adressat=address gerichtet=address kundinnen=customers indien=india
    indiens=india indische=india südkorea=south_korea seoul=south_korea koreanisch=south_korea
    peking=china chinesisch=china tokio=japan japanisch=japan großbritannien=uk britisch=uk
    brüssel=eu europäisch=eu europäische=eu europäischen=eu kanada=canada kanadas=canada
    kanadisch=canada brasilien=brazil australien=australia rahmengesetz=ai_basic_act
    grundgesetz=ai_basic_act kalifornien=california kaliforniens=california frühestens=earliest
    bindend=binding kosten=cost kostete=cost missachten=disobey missachtung=disobey befolgen=obey
    kalifornische=california kalifornischen=california maximal=maximum höchstens=maximum
    """,
    "fr": """
    infliger=impose infligé=impose quotidien=per_day infraction=violation infractions=violation
    urgence=emergency directrices=guidelines gouvernance=governance contraignant=mandatory
    contraignante=mandatory contraignantes=mandatory obligatoires=mandatory volontaires=voluntary
    étiqueter=label étiquetage=label marquage=label synthétique=synthetic synthétiques=synthetic
    contenu=content contenus=content filigrane=watermark filigranage=watermark
    hypertrucages=deepfakes mineurs=minors compagnon=companion compagnons=companion
    transparence=transparency sûreté=safety risque=risk risques=risk entraînement=training
    fournisseur=provider fournisseurs=provider déployeur=deployer déployeurs=deployer
    enregistrement=register notifier=notify évaluation=evaluation évaluations=evaluation tester=test
    auditeur=auditor exportations=export puces=chips employés=employees salariés=employees
    partenaires=partners militaires=military injonction=injunction décision=ruling poursuite=lawsuit
    gouverneure=governor ministère=minister parlement=parliament députés=parliament trésor=treasury
    procureur=attorney_general stratégie=strategy normes=standard moratoire=moratorium
    amendement=amendment véto=veto adopter=adopt publier=publish publiée=publish abroger=repeal
    abrogé=repeal reporté=delay interdire=prohibit exiger=require exige=require divulguer=disclose
    divulgation=disclose déclaration=report déclarer=report retirer=remove supprimer=remove
    proposer=propose proposé=propose adressée=address adressé=address destinataire=address
    paramètres=parameters jetons=tokens indien=india indienne=india corée=south_korea
    séoul=south_korea chine=china pékin=china chinois=china japonais=japan londres=uk bruxelles=eu
    européen=eu canadien=canada brésil=brazil australie=australia californie=california
    contraignants=binding coûter=cost coûterait=cost coût=cost désobéir=disobey obéir=obey
    californienne=california civile=civil
    """,
    "es": """
    imponer=impose impuso=impose diario=per_day infracción=violation infracciones=violation
    emergencia=emergency interruptor=kill_switch directrices=guidelines gobernanza=governance
    obligatorias=mandatory obligatorios=mandatory vinculante=mandatory voluntaria=voluntary
    voluntarias=voluntary voluntarios=voluntary etiquetar=label etiquetado=label sintético=synthetic
    sintéticos=synthetic sintética=synthetic contenido=content ultrafalsificaciones=deepfakes
    menores=minors niños=minors compañía=companion acompañante=companion transparencia=transparency
    riesgo=risk riesgos=risk entrenamiento=training proveedor=provider proveedores=provider
    registrarse=register inscripción=register denunciante=whistleblower denunciantes=whistleblower
    evaluación=evaluation evaluaciones=evaluation probar=test exportaciones=export
    semiconductores=chips empleados=employees socios=partners militares=military apelación=appeal
    recurso=appeal sentencia=ruling pleito=lawsuit gobernadora=governor ministerio=minister
    ministro=minister comisión=commission parlamento=parliament diputados=parliament
    comercio=commerce tesoro=treasury hacienda=treasury estrategia=strategy moratoria=moratorium
    enmienda=amendment modificación=amendment votación=vote votaron=vote votos=vote adoptar=adopt
    adoptó=adopt publicar=publish publicó=publish publicado=publish derogar=repeal derogado=repeal
    aplazar=delay aplazado=delay retrasar=delay prohibir=prohibit prohíbe=prohibit exigir=require
    exige=require divulgar=disclose revelar=disclose notificación=report retirar=remove
    eliminar=remove proponer=propose propuesta=propose propuso=propose dirigida=address
    dirigido=address parámetros=parameters clientes=customers corea=south_korea seúl=south_korea
    pekín=china chino=china japón=japan tokio=japan japonés=japan londres=uk británico=uk
    bruselas=eu europeo=eu europea=eu canadá=canada canadiense=canada brasil=brazil
    vinculantes=binding costar=cost costaría=cost coste=cost costo=cost desobedecer=disobey
    cumplir=obey neoyorquina=new_york neoyorquino=new_york californiana=california
    """,
    "pt": """
    coima=fine coimas=fine impor=impose aplicada=impose diário=per_day infração=violation
    infrações=violation emergência=emergency desligamento=kill_switch diretrizes=guidelines
    governança=governance obrigatória=mandatory obrigatórias=mandatory obrigatórios=mandatory
    voluntária=voluntary voluntárias=voluntary rotular=label rotulagem=label sintético=synthetic
    sintéticos=synthetic sintética=synthetic conteúdo=content conteúdos=content menores=minors
    crianças=minors companhia=companion companheiro=companion transparência=transparency risco=risk
    riscos=risk treino=training treinamento=training fornecedor=provider fornecedores=provider
    inscrever=register inscrição=register denunciante=whistleblower avaliação=evaluation
    avaliações=evaluation testar=test auditores=auditor exportações=export semicondutores=chips
    funcionários=employees trabalhadores=employees parceiros=partners militares=military
    liminar=injunction recurso=appeal apelação=appeal sentença=ruling ação=lawsuit
    governadora=governor ministério=minister ministro=minister comissão=commission
    parlamento=parliament deputados=parliament comércio=commerce tesouro=treasury
    procurador=attorney_general gabinete=office escritório=office estratégia=strategy norma=standard
    normas=standard moratória=moratorium emenda=amendment alteração=amendment votação=vote
    votaram=vote votos=vote adotar=adopt adotou=adopt publicar=publish publicou=publish
    publicado=publish revogar=repeal revogado=repeal adiar=delay adiado=delay proibir=prohibit
    proíbe=prohibit exigir=require exige=require divulgar=disclose revelar=disclose
    notificação=report remover=remove retirar=remove proposta=propose propôs=propose
    dirigida=address endereçada=address parâmetros=parameters clientes=customers índia=india
    indiano=india coreia=south_korea pequim=china chinês=china japão=japan tóquio=japan
    japonês=japan londres=uk britânico=uk bruxelas=eu europeu=eu europeia=eu canadá=canada
    canadense=canada brasil=brazil austrália=australia califórnia=california vinculantes=binding
    vinculativo=binding custar=cost custaria=cost custo=cost desobedecer=disobey descumprir=disobey
    cumprir=obey californiana=california
    """,
    "it": """
    ammenda=fine imporre=impose inflitta=impose giornaliera=per_day violazione=violation
    violazioni=violation emergenza=emergency spegnimento=kill_switch orientamenti=guidelines
    obbligatoria=mandatory obbligatorie=mandatory vincolante=mandatory volontaria=voluntary
    etichettare=label etichettati=label etichettatura=label sintetico=synthetic sintetici=synthetic
    sintetica=synthetic contenuto=content contenuti=content filigrana=watermark minori=minors
    minorenni=minors bambini=minors compagnia=companion trasparenza=transparency rischio=risk
    rischi=risk addestramento=training fornitore=provider fornitori=provider registrarsi=register
    iscrizione=register segnalante=whistleblower informatore=whistleblower valutazione=evaluation
    valutazioni=evaluation testare=test revisore=auditor esportazioni=export semiconduttori=chips
    dipendenti=employees militari=military ingiunzione=injunction appello=appeal ricorso=appeal
    governatrice=governor ministero=minister ministro=minister commissione=commission
    parlamento=parliament deputati=parliament commercio=commerce tesoro=treasury
    procuratore=attorney_general ufficio=office strategia=strategy codice=code_of_practice
    norma=standard emendamento=amendment votato=vote votazione=vote adottare=adopt
    pubblicare=publish pubblicata=publish abrogare=repeal abrogato=repeal rinviare=delay
    rinviato=delay vietare=prohibit vieta=prohibit richiedere=require richiede=require esige=require
    divulgare=disclose rivelare=disclose segnalazione=report rimuovere=remove proporre=propose
    proposta=propose proposto=propose indirizzata=address destinatario=address parametri=parameters
    clienti=customers indiano=india corea=south_korea cina=china pechino=china cinese=china
    giappone=japan giapponese=japan londra=uk britannico=uk bruxelles=eu europeo=eu europea=eu
    canadese=canada vincolanti=binding costare=cost costerebbe=cost costo=cost disobbedire=disobey
    rispettare=obey californiana=california civile=civil
    """,
    "nl": """
    opleggen=impose opgelegd=impose dagelijks=per_day overtreding=violation overtredingen=violation
    nood=emergency noodbevel=emergency noodstop=kill_switch uitschakeling=kill_switch
    richtlijnen=guidelines bestuur=governance bindend=mandatory labelen=label etikettering=label
    synthetisch=synthetic synthetische=synthetic inhoud=content watermerk=watermark
    minderjarigen=minors kinderen=minors metgezel=companion transparantie=transparency risico=risk
    trainingsdata=training aanbieder=provider aanbieders=provider gebruiksverantwoordelijke=deployer
    inschrijven=register inschrijving=register kennisgeving=notify klokkenluider=whistleblower
    beoordeling=evaluation testen=test controleur=auditor uitvoer=export halfgeleiders=chips
    werknemers=employees medewerkers=employees militair=military voorlopige=injunction beroep=appeal
    ministerie=minister parlement=parliament handel=commerce handelsministerie=commerce
    financiën=treasury kantoor=office strategie=strategy praktijkcode=code_of_practice
    normen=standard wijziging=amendment gestemd=vote publiceren=publish bekendgemaakt=publish
    ingetrokken=repeal intrekken=repeal uitstellen=delay uitgesteld=delay verbieden=prohibit
    verbiedt=prohibit vereisen=require vereist=require eist=require openbaarmaken=disclose
    melding=report verwijderen=remove voorstellen=propose voorstel=propose gericht=address
    klanten=customers indiase=india korea=south_korea seoel=south_korea peking=china chinees=china
    tokio=japan japans=japan londen=uk brits=uk brussel=eu europees=eu europese=eu canadees=canada
    brazilië=brazil australië=australia kaderwet=ai_basic_act californië=california vroegst=earliest
    bindende=binding kosten=cost negeren=disobey naleven=obey californische=california
    maximaal=maximum
    """,
    "pl": """
    grzywny=fine grzywnę=fine nałożyć=impose nałożono=impose dziennie=per_day naruszenia=violation
    awaryjny=emergency nagły=emergency wyłącznik=kill_switch wytyczne=guidelines
    zarządzanie=governance zarządzania=governance obowiązkowy=mandatory wiążące=mandatory
    wiążący=mandatory dobrowolny=voluntary oznaczać=label oznaczone=label oznaczanie=label
    oznakowanie=label syntetyczne=synthetic syntetycznych=synthetic treść=content treści=content
    nieletni=minors dzieci=minors dziecka=minors towarzysz=companion przejrzystość=transparency
    przejrzystości=transparency bezpieczeństwa=safety ryzyko=risk ryzyka=risk trenowanie=training
    szkolenia=training dostawca=provider dostawcy=provider rejestracja=register
    zarejestrować=register powiadomić=notify sygnalista=whistleblower ocena=evaluation
    oceny=evaluation testować=test audytor=auditor chipy=chips układy=chips pracownicy=employees
    pracowników=employees partnerzy=partners partnerów=partners wojskowe=military wojsko=military
    apelacja=appeal odwołanie=appeal orzeczenie=ruling ministerstwo=minister komisja=commission
    komisji=commission posłowie=parliament handlu=commerce handel=commerce skarbu=treasury
    prokurator=attorney_general urząd=office biuro=office strategia=strategy strategię=strategy
    kodeks=code_of_practice normy=standard poprawka=amendment nowelizacja=amendment weto=veto
    głosowanie=vote głosowało=vote głosów=vote przyjąć=adopt opublikować=publish
    opublikowano=publish uchylić=repeal uchylono=repeal odroczyć=delay odroczono=delay
    zakazać=prohibit zakazuje=prohibit zakazane=prohibit wymagać=require wymaga=require
    ujawnić=disclose ujawnienie=disclose usunąć=remove usunięcie=remove zaproponować=propose
    propozycja=propose trafił=address skierowany=address adresat=address parametry=parameters
    parametrów=parameters tokeny=tokens tokenów=tokens klienci=customers klientów=customers
    indie=india indii=india korea=south_korea korei=south_korea chiny=china chinach=china
    pekin=china chiński=china japonia=japan japonii=japan tokio=japan brytania=uk brytanii=uk
    londyn=uk brytyjski=uk bruksela=eu europejski=eu europejska=eu kanada=canada kanadzie=canada
    kanady=canada brazylia=brazil australii=australia kalifornia=california kalifornii=california
    najwcześniej=earliest wiążąca=binding kosztować=cost koszt=cost nieprzestrzeganie=disobey
    przestrzegać=obey kalifornijskiej=california kalifornijska=california nowojorska=new_york
    nowojorskiej=new_york maksymalnie=maximum cywilna=civil
    """,
    "zh": """
    罚金=fine 处以=impose 每天=per_day 每日=per_day 违反=violation 违规=violation 紧急=emergency
    关停=kill_switch 关闭开关=kill_switch 指南=guidelines 指引=guidelines 治理=governance
    强制性=mandatory 约束力=mandatory 自愿性=voluntary 标注=label 合成=synthetic 内容=content
    水印=watermark 深度伪造=deepfakes 未成年人=minors 儿童=minors 陪伴=companion 透明度=transparency
    安全=safety 风险=risk 训练=training 提供者=provider 部署者=deployer 通用=general-purpose
    注册=register 通知=notify 举报人=whistleblower 评估=evaluation 评测=evaluation 测试=test
    审计师=auditor 芯片=chips 员工=employees 雇员=employees 合作伙伴=partners 军事=military
    军方=military 禁令=injunction 上诉=appeal 裁决=ruling 诉案=lawsuit 部长=minister
    委员会=commission 议会=parliament 财政部=treasury 总检察长=attorney_general 办公室=office
    战略=strategy 行为准则=code_of_practice 标准=standard 暂缓=moratorium 修正案=amendment
    修订=amendment 投票=vote 表决=vote 采纳=adopt 公布=publish 废除=repeal 推迟=delay 禁用=prohibit
    规定=require 披露=disclose 报送=report 删除=remove 下架=remove 提议=propose 提案=propose
    收件人=address 参数=parameters 词元=tokens 客户=customers 印度=india 北京=china 东京=japan
    伦敦=uk 布鲁塞尔=eu 加拿大=canada 巴西=brazil 澳大利亚=australia 人工智能法案=ai_act
    加利福尼亚=california 纽约=new_york 最早=earliest 有约束力=binding 费用=cost 不遵守=disobey
    遵守=obey
    """,
    "ja": """
    制裁金=fine 過料=fine 科す=impose 一日あたり=per_day 違反=violation 緊急=emergency
    キルスイッチ=kill_switch ガイドライン=guidelines 指針=guidelines ガバナンス=governance
    拘束力=mandatory 強制=mandatory 自主的=voluntary ラベル=label 合成=synthetic コンテンツ=content
    透かし=watermark ディープフェイク=deepfakes 未成年者=minors 子ども=minors コンパニオン=companion
    透明性=transparency 安全性=safety リスク=risk 学習データ=training 訓練=training 提供者=provider
    事業者=provider 導入者=deployer 汎用=general-purpose 登録=register 通知=notify
    内部告発者=whistleblower 評価=evaluation テスト=test 監査人=auditor 輸出管理=export 半導体=chips
    チップ=chips 従業員=employees 社員=employees パートナー=partners 軍事=military
    差し止め=injunction 控訴=appeal 裁判=lawsuit 委員会=commission 議会=parliament 財務省=treasury
    司法長官=attorney_general 事務局=office 戦略=strategy 行動規範=code_of_practice 規格=standard
    標準=standard モラトリアム=moratorium 改正=amendment 採決=vote 採択=adopt 公表=publish
    廃止=repeal 延期=delay 禁じる=prohibit 求める=require 開示=disclose 報告義務=report 削除=remove
    宛先=address 宛て=address パラメータ=parameters トークン=tokens 顧客=customers インド=india
    北京=china 東京=japan ロンドン=uk ブリュッセル=eu カナダ=canada ブラジル=brazil
    オーストラリア=australia カリフォルニア州=california ニューヨーク=new_york 早ければ=earliest
    法的拘束力=binding 費用=cost 従わない=disobey 遵守=obey
    """,
}
