"""Cue words of nine languages with the English words that stand for them."""

from __future__ import annotations

from knowledge.questions.language.asian_cues import ASIAN_CUES

CUES = {
    "de": """
    wann=when seit=since wer=who wen=who wem=who was=what welche=which welcher=which welches=which
    welchen=which warum=why wieso=why weshalb=why wie=how viele=many viel=much wo=where darf=may
    dürfen=may kann=can können=can nutzen=use nutzbar=available benutzen=use verwenden=use
    verfügbar=available gesperrt=suspended verboten=banned erlaubt=allowed strafe=penalty
    strafen=penalty bußgeld=fine bußgelder=fine frist=deadline fristen=deadline gesetz=law
    verordnung=regulation gilt=applies gelten=apply kraft=force inkrafttreten=effective
    unterzeichnet=signed unterschrieben=signed gefordert=asked gebeten=asked angeordnet=ordered
    freiwillig=voluntary verpflichtend=mandatory pflicht=duty pflichten=duties melden=report
    meldefrist=deadline unternehmen=companies firmen=companies modell=model modelle=models
    alle=everyone lizenz=licence gewichte=weights preis=price kostet=costs gesagt=said sagte=said
    zitat=quote bedeutet=means heißt=means schwellenwert=threshold stunden=hours tage=days
    richter=judge gericht=court klage=lawsuit grund=reason regierung=government wieder=again
    noch=still aufgehoben=lifted entwickler=developer für=for und=and oder=or der=the die=the
    das=the ist=is sind=are von=of zu=to muss=must müssen=must nicht=not beschränken=limit
    veröffentlicht=released erschienen=released durfte=allowed durften=allowed benutzt=used
    genutzt=used genau=exactly geschrieben=wrote schrieb=wrote richterin=judge sicherheit=security
    nationale=national nationalen=national externe=external prüfung=audit prüfungen=audits
    amerikaner=americans ab=from bis=until anordnung=order dekret=order brief=letter
    schreiben=letter kongress=congress senat=senate entwurf=draft gesetzentwurf=bill weißes=white
    weiße=white haus=house weißen=white hauses=house ausnahme=exemption ausnahmen=exemptions
    umsatz=revenue rahmen=framework abkommen=accord verhängt=imposed ausgesetzt=suspended
    gestoppt=stopped behörde=agency behörden=agencies kunden=customers ausländer=foreign_nationals
    staaten=states unterschied=difference zwischen=between vorfall=incident vorfälle=incidents
    gibt=exists warten=wait ki=ai mit=with durch=by gegen=against leitet=heads leiter=head
    chef=head führt=leads abgeschaltet=switched_off abgestellt=switched_off zurück=back
    ausland=abroad höhe=amount hoch=amount hohe=amount maximale=maximum
    höchststrafe=maximum_penalty lange=long dauerte=lasted dauert=lasts entwicklern=developer
    meldung=report vorfalls=incident vorfällen=incidents tritt=enters trat=took_effect
    inkraft=force geltung=force unterzeichnete=signed unterschrieb=signed unterschreiben=sign
    abgelehnt=rejected schwelle=threshold rechenleistung=compute jahresumsatz=revenue
    prüfer=auditors staat=state bundesstaat=state bundesstaaten=states bundesstaats=state
    länder=countries land=country firma=company heute=now jetzt=now bereits=already erste=first
    ersten=first letzte=last nächste=next zuerst=first vorher=before nachher=after dagegen=against
    geklagt=sued klagte=sued klägerin=plaintiff urteil=ruling entschied=ruled entschieden=ruled
    beschlossen=adopted verabschiedet=passed zuständig=responsible aufsicht=supervision
    durchsetzen=enforce durchsetzung=enforcement nutzer=users verbraucher=consumers
    öffentlich=public offen=open quelloffen=open_source einstufung=designation warnte=warned
    kritisierte=criticised vertrag=agreement vereinbarung=agreement vereinbarungen=agreements
    testet=tests teilnehmer=participants mitglieder=members stellvertreter=deputies
    nachfolger=successor neu=new neues=new neuigkeiten=news geschah=happened geschehen=happened
    passiert=happens passierte=happened geändert=changed vor=before nach=after über=about im=in
    am=on zum=to konnte=could konnten=could
    uneinig=disagree uneins=disagree widersprechen=contradict quellen=sources strittig=disputed
    umstritten=disputed unbekannt=unknown worüber=what
    geschieht=happens ändert=changes
    """,
    "fr": """
    quand=when depuis=since qui=who que=what quoi=what quel=which quelle=which quels=which
    quelles=which pourquoi=why comment=how combien=how_many peut=can peuvent=can utiliser=use
    accès=access disponible=available interdit=banned suspendu=suspended autorisé=allowed
    amende=fine amendes=fine sanction=penalty sanctions=penalty délai=deadline échéance=deadline
    loi=law règlement=regulation décret=order vigueur=force signé=signed demandé=asked
    ordonné=ordered volontaire=voluntary obligatoire=mandatory obligations=requirements
    obligation=requirement doit=must doivent=must respecter=comply entreprises=companies
    entreprise=company modèle=model modèles=models poids=weights prix=price coûte=costs dit=said
    citation=quote signifie=means seuil=threshold heures=hours jours=days juge=judge tribunal=court
    raison=reason gouvernement=government partir=since levé=lifted est=is sont=are le=the la=the
    les=the des=of du=of et=and ou=or pour=for pas=not dans=in sortie=release publié=published
    règle=rule règles=rules encore=still appliquée=enforced appliqué=enforced retrouvé=regained
    élus=representatives déposé=introduced lettre=letter cadre=framework écrit=wrote juges=judges
    chiffre=revenue affaires=revenue différence=difference entre=between agence=agency
    sécurité=security nationale=national maison=house blanche=white utilisateurs=users
    signaler=report projet=draft texte=text étrangers=foreign_nationals ia=ai états=states
    unis=united selon=according_to avec=with par=by contre=against dirige=heads chef=head tête=head
    coupé=switched_off coupés=switched_off désactivé=switched_off débranché=switched_off
    rétabli=restored rétablie=restored revenu=back nouveau=again maximale=maximum maximal=maximum
    montant=amount élevée=amount longtemps=long durée=long duré=lasted développeur=developer
    développeurs=developers signalé=reported entré=took_effect entrée=took_effect applique=applies
    appliquent=apply signataires=signatories signer=sign opposé=opposed rejeté=rejected
    calcul=compute auditeurs=auditors état=state pays=country aujourd=now maintenant=now
    déjà=already premier=first première=first dernier=last dernière=last prochaine=next
    prochain=next avant=before après=after procès=lawsuit plainte=lawsuit poursuivi=sued
    jugement=ruling décidé=ruled adopté=adopted adoptée=adopted votée=passed voté=passed
    chargé=responsible surveille=supervises appliquer=enforce utilisateur=users ouvert=open
    ouverts=open ouverte=open désigné=designated averti=warned critiqué=criticised
    exportation=export contrôles=controls contrôle=control membres=members adjoints=deputies
    remplacé=replaced remplace=replaces teste=tests testés=tested créé=created fondé=founded
    demandes=requests restrictions=limits limité=limited directeur=head présidente=president
    président=president gouverneur=governor nouvelles=news nouveautés=news actualités=news
    passé=happened changé=changed neuf=new sur=about pouvait=could pouvaient=could
    désaccord=disagree contredisent=contradict divergent=disagree contradictions=contradictions
    inconnu=unknown
    passe=happens change=changes en=in au=in
    """,
    "es": """
    cuándo=when cuando=when desde=since quién=who quiénes=who quien=who qué=what que=what
    cuál=which cuáles=which cual=which por=for porqué=why cómo=how como=how cuánto=how_much
    cuánta=how_much cuántos=how_many cuántas=how_many puede=can pueden=can usar=use utilizar=use
    acceso=access disponible=available prohibido=banned suspendido=suspended permitido=allowed
    multa=fine multas=fine sanción=penalty plazo=deadline ley=law reglamento=regulation orden=order
    vigor=force firmó=signed firmado=signed pidieron=asked pidió=asked ordenó=ordered
    voluntario=voluntary obligatorio=mandatory obligaciones=requirements debe=must deben=must
    empresas=companies empresa=company modelo=model modelos=models licencia=licence pesos=weights
    precio=price cuesta=costs dijo=said cita=quote significa=means umbral=threshold horas=hours
    días=days juez=judge jueza=judge tribunal=court razón=reason gobierno=government levantó=lifted
    oficinas=offices oficina=office casa_blanca=white_house limitar=limit dos=two es=is son=are
    el=the la=the los=the las=the de=of del=of y=and o=or para=for no=not hasta=until
    sistemas=systems antiguos=older marcar=mark contenidos=content según=according_to
    artículo=article incumple=breaks incumplir=breach acuerdo=accord casa=house blanca=white
    carta=letter firma=signs cláusula=clause marco=framework escribió=wrote seguridad=security
    nacional=national diferencia=difference entre=between agencia=agency usuarios=users
    incidentes=incidents ingresos=revenue borrador=draft proyecto=bill ejecutiva=executive
    extranjeros=foreign_nationals hay=is estados=states unidos=united ia=ai solo=only con=with
    sobre=about una=a un=a si=if dirige=heads encabeza=heads jefe=head lidera=leads
    apagado=switched_off apagó=switched_off desactivado=switched_off restablecido=restored
    volvió=back vuelto=back nuevo=again máxima=maximum máximo=maximum monto=amount asciende=amount
    tiempo=long duró=lasted desarrolladores=developers desarrollador=developer notificar=report
    reportar=report informar=report incidente=incident entró=took_effect entra=enters
    aplica=applies aplican=apply sigue=still siguen=still vigente=in_force firmaron=signed
    firmar=sign firmantes=signatories vetó=vetoed rechazó=rejected cómputo=compute
    auditorías=audits auditoría=audit auditores=auditors estado=state país=country países=countries
    hoy=now ahora=now ya=already primero=first primera=first última=last último=last próximo=next
    próxima=next antes=before después=after demanda=lawsuit demandó=sued fallo=ruling decidió=ruled
    falló=ruled aprobó=passed aprobado=passed aprobada=passed adoptado=adopted supervisa=supervises
    aplicar=enforce usuario=users público=public abierto=open abiertos=open versión=version
    designó=designated advirtió=warned criticó=criticised exportación=export controles=controls
    miembros=members reemplazó=replaced sustituye=replaces prueba=tests pruebas=tests
    acuerdos=agreements reglas=rules norma=rule normas=rules gobernador=governor
    presidente=president creó=created limitó=limited ejecutivo=executive pasó=happened
    ocurrió=happened sucedió=happened novedades=news noticias=news cambió=changed
    cambiado=changed podía=could podían=could
    discrepan=disagree contradicen=contradict difieren=disagree fuentes=sources
    contradicciones=contradictions desconocido=unknown desconoce=unknown
    pasa=happens ocurre=happens sucede=happens cambia=changes en=in están=are está=is
    suspendidos=suspended suspendidas=suspended prohibidos=banned
    """,
    "pt": """
    quando=when desde=since quem=who que=what qual=which quais=which porque=why como=how
    quanto=how_much quantos=how_many quantas=how_many pode=can podem=can usar=use acesso=access
    disponível=available proibido=banned suspenso=suspended permitido=allowed multa=fine
    multas=fine prazo=deadline lei=law regulamento=regulation ordem=order vigor=force
    assinou=signed pediu=asked pediram=asked ordenou=ordered voluntário=voluntary
    obrigatório=mandatory obrigações=requirements deve=must devem=must empresas=companies
    modelo=model modelos=models licença=licence pesos=weights preço=price custa=costs disse=said
    citação=quote significa=means limite=threshold horas=hours dias=days juiz=judge juíza=judge
    tribunal=court motivo=reason governo=government não=not é=is são=are o=the a=the os=the as=the
    do=of da=of dos=of das=of e=and ou=or para=for foi=was assinada=signed assinado=signed
    executiva=executive superinteligência=super_intelligence já=already apresentou=introduced
    apresentado=introduced fronteira=frontier reino=united unido=kingdom uma=a um=a sobre=about
    carta=letter acordo=accord casa=house branca=white segurança=security nacional=national
    receita=revenue usuários=users incidentes=incidents diferença=difference entre=between
    agência=agency estados=states unidos=united ia=ai com=with entra=enters ainda=still
    quadro=framework dirige=heads lidera=leads chefe=head chefia=heads desligado=switched_off
    desativado=switched_off fora=off ar=air restaurado=restored voltou=back novamente=again
    máxima=maximum máximo=maximum valor=amount tempo=long durou=lasted desenvolvedores=developers
    desenvolvedor=developer relatar=report notificar=report comunicar=report incidente=incident
    entrou=took_effect aplica=applies continua=still vigente=in_force assinaram=signed assinar=sign
    signatários=signatories vetou=vetoed rejeitou=rejected computação=compute auditorias=audits
    auditoria=audit estado=state país=country países=countries hoje=now agora=now primeiro=first
    primeira=first última=last último=last próximo=next próxima=next antes=before depois=after
    processo=lawsuit processou=sued decisão=ruling decidiu=ruled aprovou=passed aprovada=passed
    aprovado=passed adotado=adopted supervisiona=supervises aplicar=enforce usuário=users
    utilizadores=users público=public aberto=open abertos=open versão=version designou=designated
    alertou=warned criticou=criticised exportação=export controles=controls controlos=controls
    membros=members substituiu=replaced acordos=agreements regras=rules regra=rule
    governador=governor presidente=president criou=created ficou=was limitou=limited
    penalidade=penalty sanção=penalty aconteceu=happened novidades=news notícias=news mudou=changed
    podia=could podiam=could
    discordam=disagree contradizem=contradict divergem=disagree fontes=sources
    contradições=contradictions desconhecido=unknown
    acontece=happens muda=changes em=in no=in estão=are está=is suspensos=suspended
    """,
    "it": """
    quando=when da=since chi=who che=what cosa=what quale=which quali=which perché=why come=how
    quanto=how_much quanti=how_many quante=how_many può=can possono=can usare=use utilizzare=use
    accesso=access disponibile=available vietato=banned sospeso=suspended permesso=allowed
    multa=fine multe=fine sanzione=penalty sanzioni=penalty scadenza=deadline legge=law
    regolamento=regulation ordine=order vigore=force firmato=signed chiesto=asked ordinato=ordered
    volontario=voluntary obbligatorio=mandatory obblighi=requirements deve=must devono=must
    aziende=companies modello=model modelli=models licenza=licence pesi=weights prezzo=price
    costa=costs detto=said citazione=quote significa=means soglia=threshold ore=hours giorni=days
    giudice=judge tribunale=court motivo=reason governo=government non=not è=is sono=are il=the
    lo=the la=the i=the gli=the le=the di=of del=of della=of e=and o=or per=for ammontano=amount
    coreana=korean coreano=korean regno=united unito=kingdom presentato=introduced
    frontiera=frontier lettera=letter accordo=accord casa=house bianca=white sicurezza=security
    nazionale=national fatturato=revenue utenti=users incidenti=incidents differenza=difference
    tra=between agenzia=agency stati=states uniti=united ha=has hanno=have ancora=still sull=about
    sulla=about una=a un=a quadro=framework firmata=signed ia=ai con=with entra=enters
    scritto=wrote esecutivo=executive dirige=heads guida=leads capo=head spento=switched_off
    disattivato=switched_off ripristinato=restored tornato=back nuovo=again massima=maximum
    massimo=maximum importo=amount tempo=long durato=lasted durata=long sviluppatori=developers
    sviluppatore=developer segnalare=report notificare=report incidente=incident
    secondo=according_to entrato=took_effect entrata=took_effect applica=applies vigente=in_force
    firmatari=signatories firmare=sign firmò=signed respinto=rejected calcolo=compute
    revisori=auditors stato=state paese=country paesi=countries oggi=now adesso=now ora=now
    già=already primo=first prima=before dopo=after ultima=last ultimo=last prossimo=next
    prossima=next causa=lawsuit sentenza=ruling deciso=ruled approvato=passed approvata=passed
    adottato=adopted vigila=supervises applicare=enforce utente=users pubblico=public aperto=open
    aperti=open versione=version designato=designated avvertito=warned criticato=criticised
    esportazione=export controlli=controls membri=members sostituito=replaced accordi=agreements
    regole=rules regola=rule governatore=governor presidente=president creato=created
    limitato=limited successo=happened accaduto=happened novità=news notizie=news cambiato=changed
    poteva=could potevano=could
    discordano=disagree contraddicono=contradict divergono=disagree fonti=sources
    contraddizioni=contradictions sconosciuto=unknown
    succede=happens accade=happens cambia=changes a=in sospesi=suspended vietati=banned
    """,
    "nl": """
    wanneer=when sinds=since wie=who wat=what welke=which waarom=why hoe=how veel=many
    hoeveel=how_many mag=may mogen=may kan=can kunnen=can gebruiken=use toegang=access
    beschikbaar=available verboden=banned opgeschort=suspended toegestaan=allowed boete=fine
    boetes=fine termijn=deadline wet=law verordening=regulation bevel=order kracht=force
    ondertekend=signed gevraagd=asked bevolen=ordered vrijwillig=voluntary verplicht=mandatory
    verplichtingen=requirements moet=must moeten=must bedrijven=companies modellen=models
    licentie=licence gewichten=weights prijs=price kost=costs gezegd=said zei=said citaat=quote
    betekent=means drempel=threshold uur=hours dagen=days rechter=judge rechtbank=court
    reden=reason overheid=government niet=not zijn=are de=the het=the een=a van=of en=and of=or
    voor=for raamwerk=framework gepubliceerd=published eigenlijk=actually wordt=is worden=are
    gehandhaafd=enforced testovereenkomst=testing_agreement overeenkomst=agreement bevestigd=upheld
    aanwijzing=designation heeft=has hebben=have brief=letter veiligheid=security
    nationale=national gebruikers=users maandelijkse=monthly verschil=difference tussen=between
    incidenten=incidents melden=report omzet=revenue huis=house witte=white nog=still dit=this
    die=that met=with door=by tegen=against wetsvoorstel=bill akkoord=accord vanaf=from tot=until
    staten=states verenigde=united leidt=leads hoofd=head baas=head uitgeschakeld=switched_off
    uitgezet=switched_off hersteld=restored terug=back weer=again maximale=maximum hoogte=amount
    hoog=amount lang=long duurde=lasted ontwikkelaars=developers ontwikkelaar=developer
    meldt=report ging=took_effect gaat=takes_effect trad=took_effect treedt=enters
    ingegaan=took_effect geldt=applies gelden=apply tekende=signed tekenden=signed
    ondertekende=signed ondertekenen=sign ondertekenaars=signatories verworpen=rejected
    rekenkracht=compute jaaromzet=revenue controles=audits staat=state land=country
    landen=countries nu=now al=already eerste=first laatste=last volgende=next eerder=before
    daarna=after rechtszaak=lawsuit aangeklaagd=sued uitspraak=ruling besloot=ruled
    aangenomen=passed toezicht=supervision handhaaft=enforces handhaven=enforce gebruiker=users
    openbaar=public versie=version waarschuwde=warned bekritiseerde=criticised leden=members
    vervangen=replaced vervangt=replaces akkoorden=agreements regels=rules regel=rule
    gouverneur=governor beperkt=limited beperken=limit straf=penalty sanctie=penalty
    bedrijf=company duren=last gebeurde=happened gebeurd=happened nieuws=news nieuw=new
    veranderd=changed mocht=could kon=could konden=could
    oneens=disagree tegenspreken=contradict verschillen=disagree bronnen=sources
    onbekend=unknown
    gebeurt=happens verandert=changes
    """,
    "pl": """
    kiedy=when od=since kto=who co=what który=which która=which które=which którzy=who dlaczego=why
    jak=how ile=how_many może=can mogą=can używać=use korzystać=use dostęp=access
    dostępny=available zakazany=banned zawieszony=suspended dozwolony=allowed kara=penalty
    kary=penalty grzywna=fine termin=deadline ustawa=law rozporządzenie=regulation nakaz=order
    życie=force podpisał=signed podpisano=signed poprosił=asked poproszono=asked
    dobrowolne=voluntary obowiązkowe=mandatory obowiązki=requirements musi=must muszą=must
    firmy=companies modelu=model modele=models licencja=licence licencji=licence wagi=weights
    cena=price kosztuje=costs powiedział=said powiedziała=said cytat=quote znaczy=means
    próg=threshold godzin=hours dni=days sędzia=judge sąd=court powód=reason rząd=government
    nie=not jest=is są=are i=and lub=or dla=for w=in na=on jakie=which jaki=which jaka=which
    zagrożenie=risk wskazano=given liście=letter list=letter sprawie=on pełni=full
    obowiązuje=in_force japońska=japanese ustawy=law umowa=agreement bezpieczeństwo=security
    narodowe=national użytkowników=users różnica=difference między=between incydenty=incidents
    czy=is nadal=still został=was została=was biały=white dom=house stany=states zjednoczone=united
    z=with ustawę=law rozporządzenia=order podpisane=signed podpisana=signed kieruje=heads
    szef=head stoi=heads czele=head wyłączony=switched_off wyłączono=switched_off
    przywrócono=restored przywrócony=restored wrócił=back ponownie=again maksymalna=maximum
    maksymalny=maximum wysokość=amount wynosi=amount długo=long trwało=lasted trwał=lasted
    deweloperzy=developers twórcy=developers zgłosić=report zgłaszać=report zgłoszenie=report
    incydent=incident incydentu=incident wchodzi=enters weszła=took_effect weszło=took_effect
    wszedł=took_effect obowiązywać=apply obowiązują=apply podpisała=signed podpisali=signed
    podpisały=signed podpisać=sign sygnatariusze=signatories zawetował=vetoed odrzucił=rejected
    naruszenie=breach mocy=compute audyt=audit audyty=audits audytorzy=auditors stan=state
    stanie=state kraj=country kraje=countries teraz=now dziś=now już=already pierwszy=first
    pierwsza=first ostatni=last ostatnia=last następny=next przed=before po=after pozew=lawsuit
    pozwał=sued pozwała=sued wyrok=ruling orzekł=ruled orzekła=ruled uchwalono=passed
    przyjęto=adopted przyjęta=adopted nadzoruje=supervises egzekwuje=enforces użytkownicy=users
    publiczny=public otwarty=open otwarte=open wersja=version ostrzegł=warned
    skrytykował=criticised eksport=export eksportu=export kontrole=controls członkowie=members
    zastąpił=replaced zastąpiła=replaced umowy=agreements zasady=rules gubernator=governor
    prezydent=president ograniczył=limited ograniczenia=limits firma=company kogo=whom komu=whom
    stało=happened wydarzyło=happened nowego=new nowości=news wiadomości=news zmieniło=changed
    mógł=could mogła=could mogli=could
    różnią=disagree zaprzeczają=contradict sprzeczne=conflicting źródła=sources nieznane=unknown
    dzieje=happens wydarzy=happens zmienia=changes zawieszone=suspended
    """,
    **ASIAN_CUES,
}
