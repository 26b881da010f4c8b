<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>AccountPage</name>
    <message>
        <source>Fetching now</source>
        <translation>Berichten worden opgehaald</translation>
    </message>
    <message>
        <source>Disconnected; its messages stay here.</source>
        <translation>Ontkoppeld; de berichten blijven hier.</translation>
    </message>
    <message>
        <source>Fetch now</source>
        <translation>Nu ophalen</translation>
    </message>
    <message>
        <source>Change password or settings</source>
        <translation>Wachtwoord of instellingen wijzigen</translation>
    </message>
    <message>
        <source>Contact form…</source>
        <translation>Contactformulier…</translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation>Ontkoppelen…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Opnieuw lezen</translation>
    </message>
    <message>
        <source>Works for now</source>
        <translation>Werkt nog</translation>
    </message>
    <message>
        <source>The sign-in ended {moment}. Sign in again.</source>
        <translation>De aanmelding eindigde {moment}. Meld je opnieuw aan.</translation>
    </message>
    <message>
        <source>The sign-in ends {moment}. Sign in again before that.</source>
        <translation>De aanmelding eindigt {moment}. Meld je voor die tijd opnieuw aan.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be read and were set apart. Nothing of them is lost.</source>
        <translation>
            <numerusform>%n bericht kon niet worden gelezen en is apart gezet. Er is niets van verloren.</numerusform>
            <numerusform>%n berichten konden niet worden gelezen en zijn apart gezet. Er is niets van verloren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages in Balie</source>
        <translation>Berichten in Balie</translation>
    </message>
    <message>
        <source>Complete to</source>
        <translation>Compleet tot</translation>
    </message>
    <message>
        <source>Last looked</source>
        <translation>Laatst gekeken</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Volgende poging</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>{local} of {remote}</source>
        <translation>{local} van {remote}</translation>
    </message>
    <message>
        <source>Fetching: {amount}</source>
        <translation>Ophalen: {amount}</translation>
    </message>
    <message>
        <source>No connection · {moment}</source>
        <translation>Geen verbinding · {moment}</translation>
    </message>
    <message>
        <source>Sign-in ended {moment}</source>
        <translation>Aanmelding eindigde {moment}</translation>
    </message>
    <message>
        <source>Sign-in ends {moment}</source>
        <translation>Aanmelding eindigt {moment}</translation>
    </message>
    <message>
        <source>{amount} · to {moment}</source>
        <translation>{amount} · tot {moment}</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) set apart</source>
        <translation>
            <numerusform>%n bericht apart gezet</numerusform>
            <numerusform>%n berichten apart gezet</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete to {moment}</source>
        <translation>Compleet tot {moment}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Go to</source>
        <translation>Ga naar</translation>
    </message>
    <message>
        <source>This message</source>
        <translation>Dit bericht</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schrijven</translation>
    </message>
    <message>
        <source>Balie</source>
        <translation>Balie</translation>
    </message>
    <message>
        <source>Next: what dies first</source>
        <translation>Volgende: wat het eerst verloopt</translation>
    </message>
    <message>
        <source>Assess what came in</source>
        <translation>Beoordelen wat er binnenkwam</translation>
    </message>
    <message>
        <source>One down in the list</source>
        <translation>Eén omlaag in de lijst</translation>
    </message>
    <message>
        <source>One up in the list</source>
        <translation>Eén omhoog in de lijst</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Te doen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wacht op anderen</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Afgehandeld</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Alle berichten</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Collega&apos;s</translation>
    </message>
    <message>
        <source>The handbook</source>
        <translation>Het handboek</translation>
    </message>
    <message>
        <source>Briefings</source>
        <translation>Briefings</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Besluiten</translation>
    </message>
    <message>
        <source>New colleagues</source>
        <translation>Nieuwe collega&apos;s</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>Communicatie</translation>
    </message>
    <message>
        <source>The list</source>
        <translation>De lijst</translation>
    </message>
    <message>
        <source>The conversation</source>
        <translation>Het gesprek</translation>
    </message>
    <message>
        <source>The facts beside it</source>
        <translation>De gegevens ernaast</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Beantwoorden</translation>
    </message>
    <message>
        <source>First reaction: we have it</source>
        <translation>Eerste reactie: we hebben het</translation>
    </message>
    <message>
        <source>First reaction, with a promise</source>
        <translation>Eerste reactie, met belofte</translation>
    </message>
    <message>
        <source>It takes longer than promised</source>
        <translation>Het duurt langer dan beloofd</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne notitie</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>Afhandelen</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Heropenen</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Later tonen</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categorie</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioriteit</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Afdeling</translation>
    </message>
    <message>
        <source>Ask a colleague</source>
        <translation>Een collega vragen</translation>
    </message>
    <message>
        <source>Procedure: begin it, or go on to the next step</source>
        <translation>Procedure: beginnen, of door naar de volgende stap</translation>
    </message>
    <message>
        <source>Procedure: put its text in the answer, or ask its question</source>
        <translation>Procedure: tekst in het antwoord zetten, of de vraag stellen</translation>
    </message>
    <message>
        <source>Procedure: one step back</source>
        <translation>Procedure: een stap terug</translation>
    </message>
    <message>
        <source>Procedure: stop</source>
        <translation>Procedure: stoppen</translation>
    </message>
    <message>
        <source>Procedure: choose one</source>
        <translation>Procedure: er een kiezen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Product group</source>
        <translation>Productgroep</translation>
    </message>
    <message>
        <source>VIP, or no VIP any more</source>
        <translation>VIP, of geen VIP meer</translation>
    </message>
    <message>
        <source>Press, or no press after all</source>
        <translation>Pers, of toch geen pers</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>No reaction needed</source>
        <translation>Geen reactie nodig</translation>
    </message>
    <message>
        <source>Put together</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>Link to another message</source>
        <translation>Koppelen aan een ander bericht</translation>
    </message>
    <message>
        <source>One answer to all that are chosen</source>
        <translation>Eén antwoord aan alle gekozen berichten</translation>
    </message>
    <message>
        <source>Put under an incident</source>
        <translation>Onder een incident zetten</translation>
    </message>
    <message>
        <source>From public to private</source>
        <translation>Van openbaar naar privé</translation>
    </message>
    <message>
        <source>Log what was said or written</source>
        <translation>Vastleggen wat er is gezegd of geschreven</translation>
    </message>
    <message>
        <source>Keep in the handbook</source>
        <translation>Vastleggen in het handboek</translation>
    </message>
    <message>
        <source>Handbook as PDF</source>
        <translation>Handboek als pdf</translation>
    </message>
    <message>
        <source>Handbook as site</source>
        <translation>Handboek als site</translation>
    </message>
    <message>
        <source>Write down a decision</source>
        <translation>Besluit vastleggen</translation>
    </message>
    <message>
        <source>Questions that come back</source>
        <translation>Vragen die terugkomen</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Incidenten</translation>
    </message>
    <message>
        <source>Copy the conversation as text</source>
        <translation>Gesprek kopiëren als tekst</translation>
    </message>
    <message>
        <source>Note a talk by phone or in the shop</source>
        <translation>Gesprek aan telefoon of balie vastleggen</translation>
    </message>
    <message>
        <source>What is left at the end of the day</source>
        <translation>Wat er aan het eind van de dag nog ligt</translation>
    </message>
    <message>
        <source>Choose or unchoose in the list</source>
        <translation>Aan- of uitvinken in de lijst</translation>
    </message>
    <message>
        <source>Choose all in the list</source>
        <translation>Alles in de lijst aanvinken</translation>
    </message>
    <message>
        <source>Send and mark as done</source>
        <translation>Versturen en afhandelen</translation>
    </message>
    <message>
        <source>Send, and keep an eye on it</source>
        <translation>Versturen en blijven volgen</translation>
    </message>
    <message>
        <source>Send at opening time</source>
        <translation>Versturen bij opening</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Bestanden toevoegen</translation>
    </message>
    <message>
        <source>Saved texts and macros</source>
        <translation>Vaste teksten en macro&apos;s</translation>
    </message>
    <message>
        <source>Let a draft be made, or stop that</source>
        <translation>Concept laten maken, of daarmee stoppen</translation>
    </message>
    <message>
        <source>Put in the line to take</source>
        <translation>Zet de lijn in het antwoord</translation>
    </message>
    <message>
        <source>All lines to take</source>
        <translation>Alle lijnen</translation>
    </message>
    <message>
        <source>What helps: go to it</source>
        <translation>Wat helpt: erheen</translation>
    </message>
    <message>
        <source>What helps: put the chosen one in</source>
        <translation>Wat helpt: zet het gekozene erin</translation>
    </message>
    <message>
        <source>What helps: open the chosen one</source>
        <translation>Wat helpt: open het gekozene</translation>
    </message>
    <message>
        <source>What helps: show or fold</source>
        <translation>Wat helpt: tonen of inklappen</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Vet</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Cursief</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Opsomming</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Alle opdrachten</translation>
    </message>
    <message>
        <source>Undo the last act</source>
        <translation>Laatste handeling ongedaan maken</translation>
    </message>
    <message>
        <source>Fetch messages now</source>
        <translation>Berichten nu ophalen</translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation>Deze zoekvraag bewaren</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Account koppelen</translation>
    </message>
    <message>
        <source>Import a mailbox</source>
        <translation>Mailbox importeren</translation>
    </message>
    <message>
        <source>Show or hide the facts</source>
        <translation>Gegevens tonen of verbergen</translation>
    </message>
    <message>
        <source>Opening hours and targets</source>
        <translation>Openingstijden en doelen</translation>
    </message>
    <message>
        <source>Your own rules</source>
        <translation>Je eigen regels</translation>
    </message>
    <message>
        <source>Your own lists</source>
        <translation>Je eigen lijsten</translation>
    </message>
    <message>
        <source>Your own texts</source>
        <translation>Je eigen teksten</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggesties</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Nederlands / English</source>
        <translation>Nederlands / English</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Licht of donker</translation>
    </message>
    <message>
        <source>Closer or wider rows</source>
        <translation>Regels dichter op elkaar of ruimer</translation>
    </message>
    <message>
        <source>To my own messages</source>
        <translation>Naar mijn eigen berichten</translation>
    </message>
    <message>
        <source>Look round with an example firm</source>
        <translation>Rondkijken met een voorbeeldbedrijf</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>Oefenen</translation>
    </message>
    <message>
        <source>Contact form for your website</source>
        <translation>Contactformulier voor je website</translation>
    </message>
    <message>
        <source>Platforms that tell by mail</source>
        <translation>Platforms die het per mail laten weten</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle toetsen</translation>
    </message>
    <message>
        <source>Close Balie</source>
        <translation>Balie sluiten</translation>
    </message>
</context>
<context>
    <name>Aids</name>
    <message>
        <source>Nothing here fits this message</source>
        <translation>Hier past niets bij dit bericht</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>Wat helpt</translation>
    </message>
    <message>
        <source>means much the same</source>
        <translation>betekent ongeveer hetzelfde</translation>
    </message>
    <message>
        <source>the same customer</source>
        <translation>dezelfde klant</translation>
    </message>
    <message>
        <source>sent by “{value}”</source>
        <translation>hoort bij “{value}”</translation>
    </message>
    <message>
        <source>sent in no. {value}</source>
        <translation>verstuurd in nr. {value}</translation>
    </message>
    <message>
        <source>What can be put in</source>
        <translation>Wat je erin kunt zetten</translation>
    </message>
    <message>
        <source>Enter puts it in, Esc leaves what you typed</source>
        <translation>Enter zet het erin, Esc laat staan wat je typte</translation>
    </message>
    <message>
        <source>Nothing answers to this</source>
        <translation>Niets gevonden</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>(no subject)</source>
        <translation>(geen onderwerp)</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) wrote</source>
        <translation>
            <numerusform>%n klant schreef</numerusform>
            <numerusform>%n klanten schreven</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are too late</source>
        <translation>
            <numerusform>%n bericht is te laat</numerusform>
            <numerusform>%n berichten zijn te laat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) have run out</source>
        <translation>
            <numerusform>%n toezegging is verlopen</numerusform>
            <numerusform>%n toezeggingen zijn verlopen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) will run out soon</source>
        <translation>
            <numerusform>%n toezegging verloopt bijna</numerusform>
            <numerusform>%n toezeggingen verlopen bijna</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are {level} % through their time</source>
        <translation>
            <numerusform>%n bericht heeft {level} % van zijn tijd op</numerusform>
            <numerusform>%n berichten hebben {level} % van hun tijd op</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerCheck</name>
    <message>
        <source>Still to fill in: {words}</source>
        <translation>Nog in te vullen: {words}</translation>
    </message>
    <message>
        <source>{words} characters too long</source>
        <translation>{words} tekens te lang</translation>
    </message>
    <message>
        <source>Answered? “{words}”</source>
        <translation>Beantwoord? “{words}”</translation>
    </message>
    <message>
        <source>“je” and “u” are mixed</source>
        <translation>“je” en “u” door elkaar</translation>
    </message>
    <message>
        <source>You say “{words}” here otherwise</source>
        <translation>Hier gebruik je anders “{words}”</translation>
    </message>
    <message>
        <source>No greeting</source>
        <translation>Geen aanhef</translation>
    </message>
    <message>
        <source>No closing line</source>
        <translation>Geen afsluiting</translation>
    </message>
    <message>
        <source>What is said on “{words}” no longer holds</source>
        <translation>Wat er over “{words}” staat, geldt niet meer</translation>
    </message>
    <message>
        <source>{words} bytes too long</source>
        <translation>{words} bytes te lang</translation>
    </message>
    <message>
        <source>{used} of {limit} bytes</source>
        <translation>{used} van {limit} bytes</translation>
    </message>
    <message>
        <source>Everybody can read this, and it is a complaint: answer in private</source>
        <translation>Iedereen kan dit lezen, en het is een klacht: antwoord privé</translation>
    </message>
    <message>
        <source>Signed: {signature}</source>
        <translation>Ondertekend: {signature}</translation>
    </message>
    <message>
        <source>{used} of {limit} characters</source>
        <translation>{used} van {limit} tekens</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Ask {name}</source>
        <translation>{name} vragen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Iemand anders</translation>
    </message>
    <message>
        <source>Ask by e-mail</source>
        <translation>Vragen per e-mail</translation>
    </message>
    <message>
        <source>May this answer go out?</source>
        <translation>Mag dit antwoord weg?</translation>
    </message>
    <message>
        <source>I have called</source>
        <translation>Ik heb gebeld</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Hoe</translation>
    </message>
    <message>
        <source>The rule “{rule}” proposes {name}.</source>
        <translation>De regel “{rule}” stelt {name} voor.</translation>
    </message>
    <message>
        <source>What I asked</source>
        <translation>Wat ik heb gevraagd</translation>
    </message>
    <message>
        <source>My question</source>
        <translation>Mijn vraag</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Wat er is gezegd</translation>
    </message>
    <message>
        <source>The answer to the customer</source>
        <translation>Het antwoord aan de klant</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Notitie bewaren</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Vragen</translation>
    </message>
    <message>
        <source>no number known</source>
        <translation>geen nummer bekend</translation>
    </message>
    <message>
        <source>{name}: {phone}. The customer does not see the note.</source>
        <translation>{name}: {phone}. De klant ziet de notitie niet.</translation>
    </message>
    <message>
        <source>Goes to {mail} with what the customer wrote. The answer comes in here; the customer does not see it.</source>
        <translation>Gaat naar {mail}, met wat de klant schreef. Het antwoord komt hier binnen; de klant ziet het niet.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Somebody else: to the directory</source>
        <translation>Iemand anders: naar de collega&apos;s</translation>
    </message>
    <message>
        <source>Ask a colleague</source>
        <translation>Een collega vragen</translation>
    </message>
    <message>
        <source>Name, department, or what it is about</source>
        <translation>Naam, afdeling, of waar het over gaat</translation>
    </message>
    <message>
        <source>A customer writes about “{subject}”. What can I answer?</source>
        <translation>Een klant schrijft over “{subject}”. Wat kan ik antwoorden?</translation>
    </message>
    <message>
        <source>Noted what was said</source>
        <translation>Genoteerd wat er is gezegd</translation>
    </message>
    <message>
        <source>Asked {name}; this waits for the answer</source>
        <translation>Gevraagd aan {name}; dit wacht op het antwoord</translation>
    </message>
    <message>
        <source>The answer is no longer waited for</source>
        <translation>Er wordt niet meer op het antwoord gewacht</translation>
    </message>
    <message>
        <source>Kept: approved</source>
        <translation>Bewaard: akkoord</translation>
    </message>
    <message>
        <source>Kept: not approved</source>
        <translation>Bewaard: niet akkoord</translation>
    </message>
</context>
<context>
    <name>Assessing</name>
    <message>
        <source>{number} followers</source>
        <translation>{number} volgers</translation>
    </message>
    <message>
        <source>{number} people saw it</source>
        <translation>{number} mensen zagen het</translation>
    </message>
    <message>
        <source>verified account</source>
        <translation>geverifieerd account</translation>
    </message>
    <message>
        <source>reviewer of level {number}</source>
        <translation>recensent van niveau {number}</translation>
    </message>
    <message>
        <source>buys for € {number} a year</source>
        <translation>koopt voor € {number} per jaar</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>press</source>
        <translation>pers</translation>
    </message>
    <message>
        <source>Influence: {score} of 100</source>
        <translation>Invloed: {score} van 100</translation>
    </message>
    <message>
        <source>forward to {name}</source>
        <translation>doorsturen naar {name}</translation>
    </message>
    <message>
        <source>walk “{name}”</source>
        <translation>doorloop “{name}”</translation>
    </message>
    <message>
        <source>The rule “{rule}” proposes: {what}</source>
        <translation>De regel “{rule}” stelt voor: {what}</translation>
    </message>
    <message>
        <source>ask {name}</source>
        <translation>{name} vragen</translation>
    </message>
</context>
<context>
    <name>AssistPage</name>
    <message>
        <source>Suggestions: changed</source>
        <translation>Suggesties: gewijzigd</translation>
    </message>
    <message>
        <source>Asking the model …</source>
        <translation>Het model wordt gevraagd …</translation>
    </message>
    <message>
        <source>It works. The model said: “{words}”</source>
        <translation>Het werkt. Het model zei: “{words}”</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categorie</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioriteit</translation>
    </message>
    <message>
        <source>Messages that ask the same</source>
        <translation>Berichten met dezelfde vraag</translation>
    </message>
    <message>
        <source>Pages of the handbook</source>
        <translation>Pagina&apos;s van het handboek</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggesties</translation>
    </message>
    <message>
        <source>A model on this computer says what a message is about and what helps to answer it. It never acts by itself, unless you make a rule of it; nothing leaves this computer.</source>
        <translation>Een model op deze computer zegt waar een bericht over gaat en wat helpt om het te beantwoorden. Het doet nooit iets uit zichzelf, tenzij je er een regel van maakt; niets verlaat deze computer.</translation>
    </message>
    <message>
        <source>What is suggested</source>
        <translation>Wat wordt voorgesteld</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Hoe het ervoor staat</translation>
    </message>
    <message>
        <source>Drafts of answers</source>
        <translation>Concept-antwoorden</translation>
    </message>
    <message>
        <source>Said from</source>
        <translation>Noemen vanaf</translation>
    </message>
    <message>
        <source>About what</source>
        <translation>Waarover</translation>
    </message>
    <message>
        <source>For messages in</source>
        <translation>Bij berichten in het</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adres van de server</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Naam van het model</translation>
    </message>
    <message>
        <source>Suggest something</source>
        <translation>Suggesties doen</translation>
    </message>
    <message>
        <source>% sure</source>
        <translation>% zeker</translation>
    </message>
    <message>
        <source>How sure it has to be</source>
        <translation>Hoe zeker het moet zijn</translation>
    </message>
    <message>
        <source>A language model that runs on this computer itself (Ollama, llama.cpp, LM Studio) can write a draft. It gets the conversation without names and numbers, and the pages of the handbook that are near. You read it and send it yourself.</source>
        <translation>Een taalmodel dat op deze computer zelf draait (Ollama, llama.cpp, LM Studio) kan een concept schrijven. Het krijgt het gesprek zonder namen en nummers, en de pagina&apos;s van het handboek die erbij passen. Jij leest het en verstuurt het zelf.</translation>
    </message>
    <message>
        <source>Let drafts be made</source>
        <translation>Concepten laten maken</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Uitproberen</translation>
    </message>
    <message>
        <source>The model is not loaded yet.</source>
        <translation>Het model is nog niet geladen.</translation>
    </message>
    <message>
        <source>The model is being loaded.</source>
        <translation>Het model wordt geladen.</translation>
    </message>
    <message>
        <source>The model is loaded.</source>
        <translation>Het model is geladen.</translation>
    </message>
    <message>
        <source>The model cannot be loaded on this computer; everything else works.</source>
        <translation>Het model kan op deze computer niet worden geladen; al het andere werkt.</translation>
    </message>
    <message>
        <source>Looking how it does …</source>
        <translation>Kijken hoe het gaat …</translation>
    </message>
    <message>
        <source>nothing learnt from you yet; it goes by the examples it came with.</source>
        <translation>nog niets van jou geleerd; het gaat af op de meegeleverde voorbeelden.</translation>
    </message>
    <message>
        <source>{of} it is sure of none.</source>
        <translation>{of}, is het van geen een zeker.</translation>
    </message>
    <message>
        <source>{of} it would say something of {said} %, and be right in {right} % of those.</source>
        <translation>{of}, zou het er over {said} % iets zeggen; daarvan zou {right} % kloppen.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) read</source>
        <translation>
            <numerusform>%n bericht gelezen</numerusform>
            <numerusform>%n berichten gelezen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still to be read</source>
        <translation>
            <numerusform>nog %n te lezen</numerusform>
            <numerusform>nog %n te lezen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n message(s) that you assessed</source>
        <translation>
            <numerusform>van het ene bericht dat je beoordeelde</numerusform>
            <numerusform>van de %n berichten die je beoordeelde</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>Open or save</source>
        <translation>Openen of opslaan</translation>
    </message>
    <message>
        <source>File {name}</source>
        <translation>Bestand {name}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Opslaan als…</translation>
    </message>
    <message>
        <source>This kind of file can harm your computer. Balie never opens it; save it only when you expected it.</source>
        <translation>Dit soort bestand kan je computer beschadigen. Balie opent het nooit; bewaar het alleen als je het verwachtte.</translation>
    </message>
    <message>
        <source>Take {name} off</source>
        <translation>{name} weghalen</translation>
    </message>
</context>
<context>
    <name>Badges</name>
    <message>
        <source>First reaction</source>
        <translation>Eerste reactie</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Next reply</source>
        <translation>Vervolgantwoord</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Belofte</translation>
    </message>
    <message>
        <source>Ring back</source>
        <translation>Terugbellen</translation>
    </message>
    <message>
        <source>Reply window</source>
        <translation>Antwoordvenster</translation>
    </message>
    <message>
        <source>The first reaction is due {moment}.</source>
        <translation>De eerste reactie moet {moment} gegeven zijn.</translation>
    </message>
    <message>
        <source>The answer is due {moment}.</source>
        <translation>Het antwoord moet {moment} gegeven zijn.</translation>
    </message>
    <message>
        <source>The next reply is due {moment}.</source>
        <translation>Het vervolgantwoord moet er {moment} zijn.</translation>
    </message>
    <message>
        <source>The customer was promised to hear from us {moment}.</source>
        <translation>De klant is beloofd dat hij {moment} van ons hoort.</translation>
    </message>
    <message>
        <source>The customer was promised to be rung back {moment}.</source>
        <translation>De klant is beloofd dat we {moment} terugbellen.</translation>
    </message>
    <message>
        <source>The platform takes answers until {moment}.</source>
        <translation>Het platform neemt antwoorden aan tot {moment}.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>verlopen</translation>
    </message>
</context>
<context>
    <name>BlockedPictures</name>
    <message>
        <source>The pictures of this mail are on the internet. Getting them tells the sender that you read it.</source>
        <translation>De plaatjes van deze mail staan op internet. Ophalen vertelt de afzender dat je de mail leest.</translation>
    </message>
    <message>
        <source>Show them now</source>
        <translation>Nu tonen</translation>
    </message>
    <message>
        <source>Always for this sender</source>
        <translation>Altijd bij deze afzender</translation>
    </message>
</context>
<context>
    <name>Briefings</name>
    <message numerus="yes">
        <source>To be read within %n day(s)</source>
        <translation>
            <numerusform>Te lezen binnen %n dag</numerusform>
            <numerusform>Te lezen binnen %n dagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too late</source>
        <translation>
            <numerusform>%n te laat</numerusform>
            <numerusform>%n te laat</numerusform>
        </translation>
    </message>
    <message>
        <source>Briefings</source>
        <translation>Briefings</translation>
    </message>
    <message>
        <source>New briefing</source>
        <translation>Nieuwe briefing</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What the briefing tells</source>
        <translation>Wat de briefing vertelt</translation>
    </message>
    <message>
        <source>Who has read it</source>
        <translation>Wie het gelezen heeft</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publiceren</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Weggooien</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Mail to who has not read it</source>
        <translation>Mailen naar wie het niet las</translation>
    </message>
    <message>
        <source>What changed, told in one go</source>
        <translation>Wat er veranderde, in één keer verteld</translation>
    </message>
    <message>
        <source>Balie gathers what changed in the handbook, the rules, the hours, the texts and the decisions. You make it your own, publish it, and see who has read it.</source>
        <translation>Balie verzamelt wat er veranderde in het handboek, de regels, de openingstijden, de teksten en de besluiten. Jij maakt er je eigen verhaal van, publiceert het en ziet wie het gelezen heeft.</translation>
    </message>
    <message>
        <source>Make the first briefing</source>
        <translation>De eerste briefing maken</translation>
    </message>
    <message>
        <source>To be read</source>
        <translation>Te lezen</translation>
    </message>
    <message>
        <source>Read by {read} of {count}</source>
        <translation>Gelezen door {read} van {count}</translation>
    </message>
    <message>
        <source>should have read it by now</source>
        <translation>had het al moeten lezen</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>nog niet gelezen</translation>
    </message>
    <message>
        <source>What changed from {first} to {last}</source>
        <translation>Wat er veranderde van {first} tot en met {last}</translation>
    </message>
    <message>
        <source>Draft: nobody sees it yet. What you type is kept.</source>
        <translation>Concept: nog niemand ziet het. Wat je typt, wordt bewaard.</translation>
    </message>
    <message>
        <source>Published on {day}, to be read by {due}</source>
        <translation>Gepubliceerd op {day}, te lezen tot en met {due}</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Concept</translation>
    </message>
    <message>
        <source>A draft of what changed is ready</source>
        <translation>Een concept van wat er veranderde staat klaar</translation>
    </message>
    <message>
        <source>Published: {name}</source>
        <translation>Gepubliceerd: {name}</translation>
    </message>
    <message>
        <source>Thrown away: {name}</source>
        <translation>Weggegooid: {name}</translation>
    </message>
    <message>
        <source>{name} has read it</source>
        <translation>{name} heeft het gelezen</translation>
    </message>
    <message>
        <source>{name} has not read it after all</source>
        <translation>{name} heeft het toch niet gelezen</translation>
    </message>
    <message>
        <source>Copied as text</source>
        <translation>Als tekst gekopieerd</translation>
    </message>
    <message>
        <source>The text is too long to hand over: paste it, Ctrl+V</source>
        <translation>De tekst is te lang om door te geven: plak hem met Ctrl+V</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>Answered</source>
        <translation>Beantwoord</translation>
    </message>
    <message>
        <source>Not answered, look at them first: no. {numbers}</source>
        <translation>Niet beantwoord, kijk er eerst naar: nr. {numbers}</translation>
    </message>
    <message>
        <source>something was written here since</source>
        <translation>hier is sindsdien iets geschreven</translation>
    </message>
    <message>
        <source>an answer is on its way already</source>
        <translation>er is al een antwoord onderweg</translation>
    </message>
    <message>
        <source>the platform takes no answer any more</source>
        <translation>het platform neemt geen antwoord meer aan</translation>
    </message>
    <message>
        <source>no address is known</source>
        <translation>er is geen adres bekend</translation>
    </message>
    <message>
        <source>noted after a talk: ring back</source>
        <translation>genoteerd na een gesprek: bel terug</translation>
    </message>
    <message>
        <source>its account is not connected</source>
        <translation>het account is niet verbonden</translation>
    </message>
    <message>
        <source>there is no text</source>
        <translation>er staat geen tekst</translation>
    </message>
    <message>
        <source>a place is not filled in</source>
        <translation>een plek is niet ingevuld</translation>
    </message>
    <message>
        <source>One answer to many</source>
        <translation>Eén antwoord aan velen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Filled in for each: {names}; after a bar what stands without one.</source>
        <translation>Voor ieder ingevuld: {names}; na het streepje wat er anders staat.</translation>
    </message>
    <message>
        <source>The text for all</source>
        <translation>De tekst voor allen</translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation>Wie het krijgt</translation>
    </message>
    <message>
        <source>What this customer reads</source>
        <translation>Wat deze klant leest</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>onbekend</translation>
    </message>
    <message numerus="yes">
        <source>Send to %n</source>
        <translation>
            <numerusform>Versturen aan %n</numerusform>
            <numerusform>Versturen aan %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will not get it</source>
        <translation>
            <numerusform>%n krijgt het niet</numerusform>
            <numerusform>%n krijgen het niet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Niets aanvinken</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n aangevinkt</numerusform>
            <numerusform>%n aangevinkt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Case</name>
    <message>
        <source>1. In public: we have sent you a message</source>
        <translation>1. Openbaar: we hebben u een bericht gestuurd</translation>
    </message>
    <message>
        <source>2. In private: the answer, by e-mail</source>
        <translation>2. Privé: het antwoord, per e-mail</translation>
    </message>
    <message>
        <source>3. In public: this is settled</source>
        <translation>3. Openbaar: dit is opgelost</translation>
    </message>
    <message>
        <source>noted, {moment}</source>
        <translation>genoteerd, {moment}</translation>
    </message>
    <message>
        <source>leaves soon</source>
        <translation>vertrekt zo</translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>wordt verstuurd</translation>
    </message>
    <message>
        <source>sent, {moment}</source>
        <translation>verstuurd, {moment}</translation>
    </message>
    <message>
        <source>may not have arrived</source>
        <translation>misschien niet aangekomen</translation>
    </message>
    <message>
        <source>did not arrive</source>
        <translation>niet aangekomen</translation>
    </message>
    <message>
        <source>From public to private</source>
        <translation>Van openbaar naar privé</translation>
    </message>
    <message>
        <source>The lines of this case</source>
        <translation>De regels van deze zaak</translation>
    </message>
    <message>
        <source>E-mail address; empty: in private on the channel itself</source>
        <translation>E-mailadres; leeg: privé in het kanaal zelf</translation>
    </message>
    <message>
        <source>E-mail address of the customer</source>
        <translation>E-mailadres van de klant</translation>
    </message>
    <message>
        <source>What this line says</source>
        <translation>Wat deze regel zegt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Said elsewhere</source>
        <translation>Elders gezegd</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Versturen</translation>
    </message>
    <message>
        <source>This line waits for the private message.</source>
        <translation>Deze regel wacht op het privébericht.</translation>
    </message>
    <message>
        <source>Everybody can read this line.</source>
        <translation>Iedereen kan deze regel lezen.</translation>
    </message>
    <message>
        <source>A complaint: everybody reads what you answer in public.</source>
        <translation>Een klacht: iedereen leest wat je openbaar antwoordt.</translation>
    </message>
    <message>
        <source>Noted what was said elsewhere</source>
        <translation>Genoteerd wat elders gezegd is</translation>
    </message>
    <message>
        <source>On its way: {line}</source>
        <translation>Onderweg: {line}</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Change the words</source>
        <translation>Tekst wijzigen</translation>
    </message>
    <message>
        <source>Make it another kind</source>
        <translation>Ander soort stap maken</translation>
    </message>
    <message>
        <source>Draw an arrow</source>
        <translation>Pijl tekenen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verplaatsen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Stap</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Keuze</translation>
    </message>
    <message>
        <source>Ask a colleague</source>
        <translation>Vraag een collega</translation>
    </message>
    <message>
        <source>Send a text</source>
        <translation>Stuur een tekst</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Einde</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Stap toevoegen</translation>
    </message>
    <message>
        <source>Add a choice</source>
        <translation>Keuze toevoegen</translation>
    </message>
    <message>
        <source>Add: ask a colleague</source>
        <translation>Toevoegen: vraag een collega</translation>
    </message>
    <message>
        <source>Add: send a text</source>
        <translation>Toevoegen: stuur een tekst</translation>
    </message>
    <message>
        <source>Add an end</source>
        <translation>Einde toevoegen</translation>
    </message>
    <message>
        <source>Draw an arrow to…</source>
        <translation>Pijl tekenen naar…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Weghalen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>Opnieuw doen</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>Netjes ordenen</translation>
    </message>
    <message>
        <source>Put below each other</source>
        <translation>Onder elkaar zetten</translation>
    </message>
    <message>
        <source>Put beside each other</source>
        <translation>Naast elkaar zetten</translation>
    </message>
    <message>
        <source>Spread evenly downward</source>
        <translation>Gelijk verdelen van boven naar onder</translation>
    </message>
    <message>
        <source>Spread evenly sideways</source>
        <translation>Gelijk verdelen van links naar rechts</translation>
    </message>
    <message>
        <source>Number the steps anew</source>
        <translation>Stappen opnieuw nummeren</translation>
    </message>
    <message>
        <source>Choose everything</source>
        <translation>Alles kiezen</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Groter</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Ware grootte</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles tonen</translation>
    </message>
    <message>
        <source>Save as a picture…</source>
        <translation>Opslaan als afbeelding…</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlaten</translation>
    </message>
    <message>
        <source>Flowchart</source>
        <translation>Stroomschema</translation>
    </message>
    <message>
        <source>Add the first step</source>
        <translation>Eerste stap toevoegen</translation>
    </message>
    <message>
        <source>No steps yet</source>
        <translation>Nog geen stappen</translation>
    </message>
    <message>
        <source>A procedure says what to do in one kind of case, step by step.</source>
        <translation>Een werkwijze zegt stap voor stap wat je doet in één soort geval.</translation>
    </message>
    <message>
        <source>Go to where the arrow leads, then Enter. Esc: no arrow.</source>
        <translation>Ga naar waar de pijl heen gaat, dan Enter. Esc: geen pijl.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>What to ask</source>
        <translation>Wat je vraagt</translation>
    </message>
    <message>
        <source>What to mind</source>
        <translation>Waar je op let</translation>
    </message>
    <message>
        <source>Text to send</source>
        <translation>Tekst om te sturen</translation>
    </message>
    <message>
        <source>How it ends</source>
        <translation>Hoe het afloopt</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Wat je doet</translation>
    </message>
    <message>
        <source>Department or colleague</source>
        <translation>Afdeling of collega</translation>
    </message>
    <message>
        <source>Answers, one on each line</source>
        <translation>Antwoorden, één per regel</translation>
    </message>
    <message>
        <source>What is so when it is done</source>
        <translation>Wat er klaar is na deze stap</translation>
    </message>
    <message>
        <source>Ctrl+Enter keeps it, Esc gives it up.</source>
        <translation>Ctrl+Enter bewaart, Esc laat het zoals het was.</translation>
    </message>
    <message>
        <source>Not right yet: {count}</source>
        <translation>Klopt nog niet: {count}</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Maak er dit van</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>How did it end?</source>
        <translation>Hoe liep het af?</translation>
    </message>
    <message>
        <source>Done all the same: write why</source>
        <translation>Toch afronden: schrijf waarom</translation>
    </message>
    <message>
        <source>Done all the same: {reason}</source>
        <translation>Toch afronden: {reason}</translation>
    </message>
</context>
<context>
    <name>Communication</name>
    <message>
        <source>by mail</source>
        <translation>per mail</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>telefonisch</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>mondeling</translation>
    </message>
    <message>
        <source>in a chat</source>
        <translation>in een chat</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>Nieuw bericht</translation>
    </message>
    <message>
        <source>New statement</source>
        <translation>Nieuwe lijn</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Nieuwe lijst</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Nog niet bewaard</translation>
    </message>
    <message>
        <source>Changed elsewhere meanwhile; saving puts this in its place.</source>
        <translation>Ondertussen ergens anders veranderd; bewaren zet dit ervoor in de plaats.</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Zoals het was</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Tell …</source>
        <translation>Inlichten …</translation>
    </message>
    <message>
        <source>Tell the people on a list, and write down that they were</source>
        <translation>Licht de mensen op een lijst in, en schrijf op dat ze het weten</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Ingelicht</translation>
    </message>
    <message>
        <source>Throw {name} away</source>
        <translation>{name} weggooien</translation>
    </message>
    <message>
        <source>Walk the checklist</source>
        <translation>Loop de checklist door</translation>
    </message>
    <message>
        <source>Done, go on</source>
        <translation>Klaar, verder</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Een stap terug</translation>
    </message>
    <message>
        <source>Checklist before it is posted</source>
        <translation>Checklist voor het plaatsen</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Naam van de lijst</translation>
    </message>
    <message>
        <source>For which subjects</source>
        <translation>Voor welke onderwerpen</translation>
    </message>
    <message>
        <source>With commas between them: offers, delivery, prices</source>
        <translation>Met komma’s ertussen: acties, bezorging, prijzen</translation>
    </message>
    <message>
        <source>Who is on it</source>
        <translation>Wie erop staan</translation>
    </message>
    <message>
        <source>On each line a colleague, a department or a mail address.</source>
        <translation>Op elke regel een collega, een afdeling of een mailadres.</translation>
    </message>
    <message>
        <source>Colleague or department</source>
        <translation>Collega of afdeling</translation>
    </message>
    <message>
        <source>no mail address</source>
        <translation>geen mailadres</translation>
    </message>
    <message>
        <source>That is today: {names}</source>
        <translation>Dat zijn nu: {names}</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>geldt</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>komt nog</translation>
    </message>
    <message>
        <source>a draft</source>
        <translation>concept</translation>
    </message>
    <message>
        <source>no longer holds</source>
        <translation>geldt niet meer</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>ingetrokken</translation>
    </message>
    <message>
        <source>not posted yet</source>
        <translation>nog niet geplaatst</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Bewaard: {name}</translation>
    </message>
    <message>
        <source>Thrown away</source>
        <translation>Weggegooid</translation>
    </message>
    <message>
        <source>Checklist begun</source>
        <translation>Checklist begonnen</translation>
    </message>
    <message>
        <source>department</source>
        <translation>afdeling</translation>
    </message>
    <message>
        <source>holds until {day}</source>
        <translation>geldt tot en met {day}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Search what is kept here</source>
        <translation>Zoek in wat hier staat</translation>
    </message>
    <message>
        <source>What is kept here</source>
        <translation>Wat hier staat</translation>
    </message>
    <message>
        <source>Nothing has these words in it.</source>
        <translation>Nergens staan deze woorden in.</translation>
    </message>
    <message>
        <source>New one</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>nog niet bewaard</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>Communicatie</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Geplaatst</translation>
    </message>
    <message>
        <source>What we say</source>
        <translation>Wat we zeggen</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>Wie het hoort</translation>
    </message>
    <message>
        <source>Nothing posted yet</source>
        <translation>Nog niets geplaatst</translation>
    </message>
    <message>
        <source>Write down what you post, what will be asked about it and the line to take: who asks it gets the line beside his message.</source>
        <translation>Schrijf op wat je plaatst, wat klanten daarover gaan vragen en wat de lijn is. Vraagt een klant het, dan staat de lijn naast zijn bericht.</translation>
    </message>
    <message>
        <source>No statements yet</source>
        <translation>Nog geen lijnen</translation>
    </message>
    <message>
        <source>What the firm says about a subject, in longer and shorter words, for as long as it holds.</source>
        <translation>Wat jullie over een onderwerp zeggen, lang en kort, zolang het geldt.</translation>
    </message>
    <message>
        <source>No lists yet</source>
        <translation>Nog geen lijsten</translation>
    </message>
    <message>
        <source>Who has to know before customers do, by subject. Telling them is one act, and it stays on record.</source>
        <translation>Wie het eerder moet weten dan de klant, per onderwerp. Inlichten is één handeling, en die blijft bewaard.</translation>
    </message>
    <message>
        <source>Write the first one</source>
        <translation>Schrijf de eerste</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Newsletter</source>
        <translation>Nieuwsbrief</translation>
    </message>
    <message>
        <source>Advertisement</source>
        <translation>Advertentie</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Ergens anders</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Waar het over gaat</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Until and including</source>
        <translation>Tot en met</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Door wie</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>De tekst</translation>
    </message>
    <message>
        <source>Expected questions, and the line to take</source>
        <translation>Verwachte vragen, en de lijn</translation>
    </message>
    <message>
        <source>A question on a line, the line to take below it; an empty line before the next question. Who asks it gets the line beside his message.</source>
        <translation>Een vraag op een regel, de lijn eronder; een lege regel voor de volgende vraag. Stelt een klant die vraag, dan staat de lijn naast zijn bericht.</translation>
    </message>
    <message>
        <source>Not yet; else: now, 14:30, yesterday 16:00</source>
        <translation>Nog niet; anders: nu, 14:30, gisteren 16:00</translation>
    </message>
    <message>
        <source>Two months when left open</source>
        <translation>Twee maanden als het leeg blijft</translation>
    </message>
    <message>
        <source>Does the discount count in the shop too?
Yes, through Sunday, as long as we have them.</source>
        <translation>Geldt de korting ook in de winkel?
Ja, tot en met zondag, zolang we ze hebben.</translation>
    </message>
    <message>
        <source>A draft: it is not offered</source>
        <translation>Concept: wordt niet aangeboden</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Geldt</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Ingetrokken</translation>
    </message>
    <message>
        <source>What customers write when this is the answer, a question on each line. Who asks it gets the statement beside his message.</source>
        <translation>Wat klanten schrijven als dit het antwoord is, één vraag per regel. Stelt een klant die vraag, dan staat dit naast zijn bericht.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Onderwerp</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Who decides about it</source>
        <translation>Wie erover gaat</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Vanaf</translation>
    </message>
    <message>
        <source>Asked as</source>
        <translation>Zo vragen klanten het</translation>
    </message>
    <message>
        <source>The same, shorter</source>
        <translation>Hetzelfde, korter</translation>
    </message>
    <message>
        <source>The same, shortest</source>
        <translation>Hetzelfde, het kortst</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Until it is withdrawn</source>
        <translation>Tot het wordt ingetrokken</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} tekens</translation>
    </message>
    <message>
        <source>too long for {channels}</source>
        <translation>te lang voor {channels}</translation>
    </message>
    <message>
        <source>Tell “{name}”</source>
        <translation>“{name}” inlichten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Gaat naar</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Hoe</translation>
    </message>
    <message>
        <source>Your mail program opens with it; you send it there.</source>
        <translation>Je mailprogramma gaat ermee open; daar verstuur je het.</translation>
    </message>
    <message>
        <source>Balie writes down that they know it.</source>
        <translation>Balie schrijft op dat ze het weten.</translation>
    </message>
    <message>
        <source>Open the mail</source>
        <translation>Open de mail</translation>
    </message>
    <message>
        <source>They are told</source>
        <translation>Ze weten het</translation>
    </message>
    <message>
        <source>There is no list yet: make one under “Who is told”.</source>
        <translation>Er is nog geen lijst: maak er een onder “Wie het hoort”.</translation>
    </message>
    <message>
        <source>Who is told?</source>
        <translation>Wie licht je in?</translation>
    </message>
    <message>
        <source>Told about what?</source>
        <translation>Waarover?</translation>
    </message>
    <message>
        <source>Something else, in your own words</source>
        <translation>Iets anders, in je eigen woorden</translation>
    </message>
    <message>
        <source>post</source>
        <translation>bericht</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>lijn</translation>
    </message>
    <message>
        <source>Told: {name}</source>
        <translation>Ingelicht: {name}</translation>
    </message>
    <message>
        <source>Told: {name}. The text is too long to hand over: paste it.</source>
        <translation>Ingelicht: {name}. De tekst is te lang om mee te geven: plak hem erin.</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Draft saved</source>
        <translation>Concept bewaard</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne notitie</translation>
    </message>
    <message>
        <source>To {recipient}</source>
        <translation>Aan {recipient}</translation>
    </message>
    <message>
        <source>Only for you; no customer sees it</source>
        <translation>Alleen voor jou; geen klant ziet dit</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Schrijf een notitie</translation>
    </message>
    <message>
        <source>Write your answer</source>
        <translation>Schrijf je antwoord</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Tekst van de notitie</translation>
    </message>
    <message>
        <source>Text of the answer</source>
        <translation>Tekst van het antwoord</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Notitie bewaren</translation>
    </message>
    <message>
        <source>Send, done</source>
        <translation>Versturen, klaar</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Versturen</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>plaatje</translation>
    </message>
</context>
<context>
    <name>Concept</name>
    <message>
        <source>No draft was made</source>
        <translation>Er is geen concept gemaakt</translation>
    </message>
    <message>
        <source>The draft stands with message {number}</source>
        <translation>Het concept staat klaar bij bericht {number}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Gezien</translation>
    </message>
    <message>
        <source>Stop making the draft</source>
        <translation>Stoppen met het concept</translation>
    </message>
    <message>
        <source>Put the line about the draft away</source>
        <translation>De regel over het concept weghalen</translation>
    </message>
    <message>
        <source>A draft is being made … {seconds} s</source>
        <translation>Er wordt een concept gemaakt … {seconds} s</translation>
    </message>
    <message>
        <source>Draft by {model}: read it before you send it.</source>
        <translation>Concept van {model}: lees het na voor je het verstuurt.</translation>
    </message>
    <message>
        <source>It went by: {pages}.</source>
        <translation>Op grond van: {pages}.</translation>
    </message>
    <message>
        <source>No page of the handbook was near; it went by the message only.</source>
        <translation>Er paste geen pagina van het handboek bij; het ging alleen op het bericht af.</translation>
    </message>
</context>
<context>
    <name>DayEnd</name>
    <message>
        <source>Nobody waits for an answer before you open again</source>
        <translation>Niemand wacht op antwoord voordat je weer opengaat</translation>
    </message>
    <message>
        <source>Nothing was promised for the next open day</source>
        <translation>Er is niets beloofd voor de volgende open dag</translation>
    </message>
    <message>
        <source>Everything was sent</source>
        <translation>Alles is verstuurd</translation>
    </message>
    <message>
        <source>No message about your absence is needed</source>
        <translation>Een afwezigheidsbericht is niet nodig</translation>
    </message>
    <message>
        <source>No briefing waits for a reader who is late</source>
        <translation>Geen briefing wacht op een lezer die te laat is</translation>
    </message>
    <message>
        <source>They wait for an answer before you open again</source>
        <translation>Wachten op antwoord voordat je weer opengaat</translation>
    </message>
    <message>
        <source>Promised for the next open day or before</source>
        <translation>Beloofd voor de volgende open dag of eerder</translation>
    </message>
    <message>
        <source>Not sent, or perhaps not</source>
        <translation>Niet verstuurd, of misschien niet</translation>
    </message>
    <message>
        <source>You are closed for more than three days, and nobody who writes is told</source>
        <translation>Je bent langer dan drie dagen dicht, en wie schrijft krijgt dat niet te horen</translation>
    </message>
    <message>
        <source>They did not confirm in time that they read this</source>
        <translation>Zij bevestigden niet op tijd dat ze dit lazen</translation>
    </message>
    <message>
        <source>The end of the day</source>
        <translation>Einde van de dag</translation>
    </message>
    <message>
        <source>You open again {moment}.</source>
        <translation>Je gaat weer open: {moment}.</translation>
    </message>
    <message>
        <source>Show this when I close for the day</source>
        <translation>Laat dit zien als ik de dag afsluit</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>Terug naar het werk</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Toch afsluiten</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>en nog {n}</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>Written down as decision {number}</source>
        <translation>Vastgelegd als besluit {number}</translation>
    </message>
    <message>
        <source>Correct a decision</source>
        <translation>Een besluit verbeteren</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>Wat er besloten is</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>Op welke dag</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Met wie</translation>
    </message>
    <message>
        <source>Names, with commas between them</source>
        <translation>Namen, met komma&apos;s ertussen</translation>
    </message>
    <message>
        <source>About what</source>
        <translation>Waarover</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Take off: {name}</source>
        <translation>Eraf halen: {name}</translation>
    </message>
    <message>
        <source>Add a page, incident or question</source>
        <translation>Een pagina, incident of vraag erbij</translation>
    </message>
    <message>
        <source>Write down a decision</source>
        <translation>Een besluit vastleggen</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>Words, a name, or what it is about</source>
        <translation>Woorden, een naam, of waarover</translation>
    </message>
    <message>
        <source>Search the decisions</source>
        <translation>Zoeken in de besluiten</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Besluiten</translation>
    </message>
    <message>
        <source>No decision has these words in it.</source>
        <translation>In geen besluit staan deze woorden.</translation>
    </message>
    <message>
        <source>Also what was corrected</source>
        <translation>Ook wat verbeterd is</translation>
    </message>
    <message>
        <source>New decision</source>
        <translation>Nieuw besluit</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Met wie</translation>
    </message>
    <message>
        <source>About what</source>
        <translation>Waarover</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>Verbeteren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>What you agree on stands here</source>
        <translation>Hier staat wat jullie afspreken</translation>
    </message>
    <message>
        <source>What was decided, why, when and with whom: so that nobody has to ask again, and a new colleague knows why things are as they are. Shift+D writes one down from a message.</source>
        <translation>Wat er besloten is, waarom, wanneer en met wie: zodat niemand het nog eens hoeft te vragen en een nieuwe collega weet waarom het zo gaat. Met Shift+D leg je een besluit vast vanuit een bericht.</translation>
    </message>
    <message>
        <source>Write down a decision</source>
        <translation>Een besluit vastleggen</translation>
    </message>
    <message>
        <source>Decision {number} of {day}</source>
        <translation>Besluit {number} van {day}</translation>
    </message>
    <message>
        <source>No longer holds: see decision {number}</source>
        <translation>Geldt niet meer: zie besluit {number}</translation>
    </message>
    <message>
        <source>Takes the place of decision {number}</source>
        <translation>Komt in de plaats van besluit {number}</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>verbeterd</translation>
    </message>
    <message>
        <source>Copied as text</source>
        <translation>Als tekst gekopieerd</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Nu nakijken</translation>
    </message>
    <message>
        <source>It was sent</source>
        <translation>Het is verstuurd</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Opnieuw versturen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Terughalen</translation>
    </message>
    <message>
        <source>Sent with another program</source>
        <translation>Verstuurd met een ander programma</translation>
    </message>
    <message>
        <source>Waits for a connection</source>
        <translation>Wacht op verbinding</translation>
    </message>
    <message>
        <source>Not sent yet, next try {moment}</source>
        <translation>Nog niet verstuurd, volgende poging {moment}</translation>
    </message>
    <message>
        <source>Goes out {moment}</source>
        <translation>Gaat {moment} weg</translation>
    </message>
    <message>
        <source>Goes out in {n} s</source>
        <translation>Gaat over {n} s weg</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>Wacht op versturen</translation>
    </message>
</context>
<context>
    <name>Directory</name>
    <message>
        <source>Saved: {name}</source>
        <translation>Bewaard: {name}</translation>
    </message>
    <message>
        <source>Taken out: {name}</source>
        <translation>Verwijderd: {name}</translation>
    </message>
    <message>
        <source>Responsibilities</source>
        <translation>Verantwoordelijkheden</translation>
    </message>
    <message>
        <source>Responsibilities as PDF</source>
        <translation>Verantwoordelijkheden als PDF</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Functie</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Afdeling</translation>
    </message>
    <message>
        <source>Knows about</source>
        <translation>Weet van</translation>
    </message>
    <message>
        <source>Is there</source>
        <translation>Aanwezig</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>Vervanger</translation>
    </message>
    <message>
        <source>returns, invoices, induction</source>
        <translation>retouren, facturen, inductie</translation>
    </message>
    <message>
        <source>Mon to Thu until 15:00</source>
        <translation>ma t/m do tot 15:00</translation>
    </message>
    <message>
        <source>Is asked first about this department</source>
        <translation>Wordt voor deze afdeling als eerste gevraagd</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Collega&apos;s</translation>
    </message>
    <message>
        <source>Whom you ask when you do not know the answer. They need no account: they answer by e-mail, and what they write comes in with the message.</source>
        <translation>Wie je vraagt als je het antwoord niet weet. Zij hebben geen account nodig: ze antwoorden per e-mail, en wat ze schrijven komt bij het bericht terecht.</translation>
    </message>
    <message>
        <source>Who knows about…</source>
        <translation>Wie weet van…</translation>
    </message>
    <message>
        <source>Who knows about</source>
        <translation>Wie weet van</translation>
    </message>
    <message>
        <source>New colleague</source>
        <translation>Nieuwe collega</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Bellen</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Mailen</translation>
    </message>
    <message>
        <source>Nobody knows about this yet</source>
        <translation>Hier weet nog niemand van</translation>
    </message>
    <message>
        <source>Nobody is in the directory yet</source>
        <translation>Er zijn nog geen collega&apos;s ingevuld</translation>
    </message>
</context>
<context>
    <name>Doing</name>
    <message>
        <source>Undone: {act}</source>
        <translation>Ongedaan gemaakt: {act}</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be changed like this</source>
        <translation>
            <numerusform>%n kon niet zo worden gewijzigd</numerusform>
            <numerusform>%n konden niet zo worden gewijzigd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n bericht</numerusform>
            <numerusform>%n berichten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>The example firm is being set up</source>
        <translation>Het voorbeeldbedrijf wordt klaargezet</translation>
    </message>
    <message>
        <source>The example firm opens in a window of its own</source>
        <translation>Het voorbeeldbedrijf opent in een eigen venster</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Write a moment to come, such as tomorrow 10:00.</source>
        <translation>Vul een moment in dat nog komt, zoals morgen 10:00.</translation>
    </message>
    <message>
        <source>Write a moment that is over, such as 14:30.</source>
        <translation>Schrijf een moment dat voorbij is, zoals 14:30.</translation>
    </message>
    <message>
        <source>Noted as no. {number}</source>
        <translation>Vastgelegd als nr. {number}</translation>
    </message>
    <message>
        <source>Note a talk</source>
        <translation>Gesprek vastleggen</translation>
    </message>
    <message>
        <source>Nothing is left to do</source>
        <translation>Er hoeft niets meer te gebeuren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Notitie bewaren</translation>
    </message>
    <message>
        <source>Just now; or such as 14:30, or yesterday 16:00</source>
        <translation>Zojuist; of bijvoorbeeld 14:30, of gisteren 16:00</translation>
    </message>
    <message>
        <source>Such as tomorrow 10:00, or in 2 hours</source>
        <translation>Zoals morgen 10:00, of over 2 uur</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Number or address</source>
        <translation>Nummer of adres</translation>
    </message>
    <message>
        <source>About what</source>
        <translation>Waarover</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Afgesproken</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Ring back</source>
        <translation>Terugbellen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>In the shop</source>
        <translation>In de winkel</translation>
    </message>
    <message>
        <source>They called</source>
        <translation>Klant belde</translation>
    </message>
    <message>
        <source>They came</source>
        <translation>Klant kwam langs</translation>
    </message>
    <message>
        <source>We called</source>
        <translation>Wij belden</translation>
    </message>
    <message>
        <source>We went there</source>
        <translation>Wij gingen langs</translation>
    </message>
    <message>
        <source>Write what it was about.</source>
        <translation>Vul in waarover het ging.</translation>
    </message>
    <message>
        <source>Talking for {time}</source>
        <translation>In gesprek sinds {time}</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Customer</source>
        <translation>Klant</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>Klokken</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Hoort bij</translation>
    </message>
    <message>
        <source>Also of this customer</source>
        <translation>Ook van deze klant</translation>
    </message>
    <message>
        <source>Incident: {title}</source>
        <translation>Incident: {title}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categorie</translation>
    </message>
    <message>
        <source>Product group</source>
        <translation>Productgroep</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioriteit</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Afdeling</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>Label toevoegen</translation>
    </message>
    <message>
        <source>Link a message</source>
        <translation>Bericht koppelen</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Gegevens</translation>
    </message>
    <message>
        <source>Copy {handle}</source>
        <translation>{handle} kopiëren</translation>
    </message>
    <message>
        <source>Follows an earlier message</source>
        <translation>Vervolg op een eerder bericht</translation>
    </message>
    <message>
        <source>Take {name} off</source>
        <translation>{name} weghalen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>First reaction</source>
        <translation>Eerste reactie</translation>
    </message>
    <message>
        <source>Next reply</source>
        <translation>Vervolgantwoord</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Ring back</source>
        <translation>Terugbellen</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Belofte</translation>
    </message>
    <message>
        <source>Reply window</source>
        <translation>Antwoordvenster</translation>
    </message>
    <message>
        <source>{clock}: in time</source>
        <translation>{clock}: op tijd</translation>
    </message>
    <message>
        <source>{clock}: too late</source>
        <translation>{clock}: te laat</translation>
    </message>
    <message>
        <source>{clock} before {moment}</source>
        <translation>{clock} vóór {moment}</translation>
    </message>
    <message>
        <source>Asleep until {moment}, or until the customer writes</source>
        <translation>Weg tot {moment}, of tot de klant schrijft</translation>
    </message>
    <message>
        <source>Asleep until {moment}, also when the customer writes</source>
        <translation>Weg tot {moment}, ook als de klant schrijft</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(geen onderwerp)</translation>
    </message>
    <message>
        <source>with us {amount}</source>
        <translation>bij ons {amount}</translation>
    </message>
    <message>
        <source>customer {amount}</source>
        <translation>klant {amount}</translation>
    </message>
    <message>
        <source>colleague {amount}</source>
        <translation>collega {amount}</translation>
    </message>
    <message>
        <source>with nobody {amount}</source>
        <translation>bij niemand {amount}</translation>
    </message>
    <message>
        <source>because of the customer</source>
        <translation>vanwege de klant</translation>
    </message>
    <message>
        <source>because of the priority</source>
        <translation>vanwege de prioriteit</translation>
    </message>
    <message>
        <source>because of the channel</source>
        <translation>vanwege het kanaal</translation>
    </message>
    <message>
        <source>Plan: {name}</source>
        <translation>Plan: {name}</translation>
    </message>
    <message>
        <source>No reaction: {reason}</source>
        <translation>Geen reactie: {reason}</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Add files</source>
        <translation>Bestanden toevoegen</translation>
    </message>
    <message>
        <source>Save file</source>
        <translation>Bestand opslaan</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Opgeslagen als {name}</translation>
    </message>
    <message>
        <source>No program of this computer opens {name}. Save it instead.</source>
        <translation>Geen programma op deze computer opent {name}. Sla het op.</translation>
    </message>
    <message>
        <source>Not all pictures could be had.</source>
        <translation>Niet alle plaatjes konden worden opgehaald.</translation>
    </message>
    <message>
        <source>{name} is opened by another program of this computer. Open it only when you know who it is from and expected it.</source>
        <translation>{name} wordt geopend met een ander programma op deze computer. Open het alleen als je weet van wie het komt en het verwachtte.</translation>
    </message>
    <message>
        <source>Open this file?</source>
        <translation>Dit bestand openen?</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>Niet openen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
</context>
<context>
    <name>Fill</name>
    <message>
        <source>The text as it will be</source>
        <translation>De tekst zoals die wordt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>Going</name>
    <message>
        <source>go to</source>
        <translation>ga naar</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Wat wil je doen?</translation>
    </message>
    <message>
        <source>Type a command or a place</source>
        <translation>Typ een opdracht of een plek</translation>
    </message>
</context>
<context>
    <name>Handbook</name>
    <message>
        <source>It has no title.</source>
        <translation>Er is geen titel.</translation>
    </message>
    <message>
        <source>It has no steps yet.</source>
        <translation>Er zijn nog geen stappen.</translation>
    </message>
    <message>
        <source>Nothing says where it begins.</source>
        <translation>Nergens staat waar het begint.</translation>
    </message>
    <message>
        <source>There is more than one step {step}.</source>
        <translation>Er is meer dan één stap {step}.</translation>
    </message>
    <message>
        <source>Nothing leads to step {step}.</source>
        <translation>Niets leidt naar stap {step}.</translation>
    </message>
    <message>
        <source>Step {step} does not say what comes next.</source>
        <translation>Bij stap {step} staat niet wat erna komt.</translation>
    </message>
    <message>
        <source>Step {step}: “{value}” leads nowhere yet.</source>
        <translation>Stap {step}: “{value}” leidt nog nergens heen.</translation>
    </message>
    <message>
        <source>Step {step} is a choice and needs two answers or more.</source>
        <translation>Stap {step} is een keuze en heeft minstens twee antwoorden nodig.</translation>
    </message>
    <message>
        <source>Step {step} has the answer “{value}” twice.</source>
        <translation>Stap {step} heeft het antwoord “{value}” twee keer.</translation>
    </message>
    <message>
        <source>Step {step} has an answer without words.</source>
        <translation>Stap {step} heeft een antwoord zonder tekst.</translation>
    </message>
    <message>
        <source>Step {step} leads to step {value}, which is not there.</source>
        <translation>Stap {step} leidt naar stap {value}, en die is er niet.</translation>
    </message>
    <message>
        <source>It begins at step {value}, which is not there.</source>
        <translation>Het begint bij stap {value}, en die is er niet.</translation>
    </message>
    <message>
        <source>Step {step} has no text.</source>
        <translation>Stap {step} heeft geen tekst.</translation>
    </message>
    <message>
        <source>Step {step} does not say which text to send.</source>
        <translation>Bij stap {step} staat niet welke tekst je stuurt.</translation>
    </message>
    <message>
        <source>Step {step} does not say how it ends.</source>
        <translation>Bij stap {step} staat niet hoe het eindigt.</translation>
    </message>
    <message>
        <source>From step {step} on it goes round and never ends.</source>
        <translation>Vanaf stap {step} blijft het rondgaan en komt er geen einde.</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Weg hiermee</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Hoe ver het is</translation>
    </message>
    <message>
        <source>What could not be read</source>
        <translation>Wat niet te lezen was</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>{name} wordt gelezen…</translation>
    </message>
    <message>
        <source>From the folder {name}</source>
        <translation>Uit de map {name}</translation>
    </message>
    <message>
        <source>The folder {name} cannot be written to. ({why})</source>
        <translation>In de map {name} kan niet worden geschreven. ({why})</translation>
    </message>
    <message>
        <source>The starter handbook is brought in…</source>
        <translation>Het kant-en-klare handboek wordt neergezet…</translation>
    </message>
    <message>
        <source>The starter handbook is there: {pages}; change what you like</source>
        <translation>Het kant-en-klare handboek staat er: {pages}; verander wat je wilt</translation>
    </message>
    <message>
        <source>Folder with pages of a handbook</source>
        <translation>Map met pagina’s van een handboek</translation>
    </message>
    <message>
        <source>Folder to write the pages into</source>
        <translation>Map om de pagina’s in te schrijven</translation>
    </message>
    <message>
        <source>Line {line}: there is no page “{name}” in this language.</source>
        <translation>Regel {line}: er is geen pagina “{name}” in deze taal.</translation>
    </message>
    <message>
        <source>Line {line}: the picture “{name}” is not there. Put it in again.</source>
        <translation>Regel {line}: de afbeelding “{name}” is er niet. Zet hem er opnieuw in.</translation>
    </message>
    <message>
        <source>Line {line}: {what}</source>
        <translation>Regel {line}: {what}</translation>
    </message>
    <message>
        <source>Version {number} put back</source>
        <translation>Versie {number} teruggezet</translation>
    </message>
    <message>
        <source>New page</source>
        <translation>Nieuwe pagina</translation>
    </message>
    <message>
        <source>This can be shown once what is wrong in it is put right.</source>
        <translation>Dit is te zien zodra het goed staat.</translation>
    </message>
    <message>
        <source>Another version was saved since you began to write this.</source>
        <translation>Er is een andere versie bewaard sinds je hieraan begon.</translation>
    </message>
    <message>
        <source>Not saved yet; it stays here, also when you go away.</source>
        <translation>Nog niet bewaard; het blijft hier staan, ook als je weggaat.</translation>
    </message>
    <message>
        <source>Everything is saved.</source>
        <translation>Alles is bewaard.</translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation>Tekst van de pagina</translation>
    </message>
    <message>
        <source>How it will look</source>
        <translation>Zo ziet het eruit</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Why this change? (may be left out)</source>
        <translation>Waarom deze verandering? (hoeft niet)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaar</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Neem terug</translation>
    </message>
    <message>
        <source>Back to reading</source>
        <translation>Terug naar lezen</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Vet</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lijst</translation>
    </message>
    <message>
        <source>Link to a page</source>
        <translation>Verwijzing naar een pagina</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Afbeelding</translation>
    </message>
    <message>
        <source>Review on</source>
        <translation>Nakijken op</translation>
    </message>
    <message>
        <source>To be reviewed on</source>
        <translation>Nakijken op</translation>
    </message>
    <message>
        <source>To be put right</source>
        <translation>Nog niet goed</translation>
    </message>
    <message>
        <source>Nothing to be put right.</source>
        <translation>Alles staat goed.</translation>
    </message>
    <message>
        <source>That day has come: read it again.</source>
        <translation>Die dag is er: lees haar weer eens door.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Afdeling</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Streeftijden</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versie</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>First reaction within {time}</source>
        <translation>Eerste reactie binnen {time}</translation>
    </message>
    <message>
        <source>Done within {time}</source>
        <translation>Klaar binnen {time}</translation>
    </message>
    <message>
        <source>to be reviewed</source>
        <translation>nakijken</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} van {all}</translation>
    </message>
    <message>
        <source>To be reviewed ({number})</source>
        <translation>Nakijken ({number})</translation>
    </message>
    <message>
        <source>SOPs</source>
        <translation>SOP’s</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikelen</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle soorten</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>Alle afdelingen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle labels</translation>
    </message>
    <message>
        <source>Search title and text</source>
        <translation>Zoek in titel en tekst</translation>
    </message>
    <message>
        <source>Search the handbook</source>
        <translation>Zoek in het handboek</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pagina’s</translation>
    </message>
    <message>
        <source>No page has all this.</source>
        <translation>Geen pagina heeft dit allemaal.</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Nieuw artikel</translation>
    </message>
    <message>
        <source>New SOP</source>
        <translation>Nieuwe SOP</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>nog niet bewaard</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>Handboek</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Map inlezen</translation>
    </message>
    <message>
        <source>As PDF</source>
        <translation>Als pdf</translation>
    </message>
    <message>
        <source>As site</source>
        <translation>Als site</translation>
    </message>
    <message>
        <source>Export to a folder</source>
        <translation>Naar een map schrijven</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Niets gekozen</translation>
    </message>
    <message>
        <source>Choose a page at the left, or write a new one.</source>
        <translation>Kies links een pagina, of schrijf een nieuwe.</translation>
    </message>
    <message>
        <source>Write the first page</source>
        <translation>Schrijf de eerste pagina</translation>
    </message>
    <message>
        <source>What everybody should know stands here</source>
        <translation>Hier staat wat iedereen moet weten</translation>
    </message>
    <message>
        <source>Articles to look things up in, and SOPs: what you do step by step when a complaint, a late parcel or an angry customer comes in. So every case is treated the same way, whoever is at the desk.</source>
        <translation>Artikelen om iets in op te zoeken, en SOP’s: wat je stap voor stap doet bij een klacht, een laat pakket of een boze klant. Zo wordt elk geval hetzelfde behandeld, wie er ook achter de balie zit.</translation>
    </message>
    <message>
        <source>Bring in the starter handbook</source>
        <translation>Begin met het kant-en-klare handboek</translation>
    </message>
    <message>
        <source>Read in {language}</source>
        <translation>Lees in het {language}</translation>
    </message>
    <message>
        <source>Write in {language} too</source>
        <translation>Schrijf ook in het {language}</translation>
    </message>
    <message>
        <source>Back to the page before (Alt+Left)</source>
        <translation>Terug naar de vorige pagina (Alt+Links)</translation>
    </message>
    <message>
        <source>On to the page after it (Alt+Right)</source>
        <translation>Verder naar de volgende pagina (Alt+Rechts)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bewerk</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versies</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Gooi weg</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>De pagina</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Keuze</translation>
    </message>
    <message>
        <source>Ask a colleague</source>
        <translation>Vraag een collega</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Stuur</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Begrippen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stappen</translation>
    </message>
    <message>
        <source>Begin at step</source>
        <translation>Begin bij stap</translation>
    </message>
    <message>
        <source>Go on with step</source>
        <translation>Ga verder met stap</translation>
    </message>
    <message>
        <source>nowhere yet</source>
        <translation>nog nergens heen</translation>
    </message>
    <message>
        <source>step {number}</source>
        <translation>stap {number}</translation>
    </message>
    <message>
        <source>There is no such page: {name}</source>
        <translation>Die pagina is er niet: {name}</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Versie {number}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>you</source>
        <translation>jij</translation>
    </message>
    <message>
        <source>Compared with version {number}</source>
        <translation>Vergeleken met versie {number}</translation>
    </message>
    <message>
        <source>Compared with nothing: it is the first</source>
        <translation>Vergeleken met niets: dit is de eerste</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Vergeleken met</translation>
    </message>
    <message>
        <source>They say the same.</source>
        <translation>Er staat hetzelfde in.</translation>
    </message>
    <message>
        <source>Put this one back</source>
        <translation>Zet deze terug</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Wat er veranderde</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>SOP</source>
        <translation>SOP</translation>
    </message>
    <message>
        <source>This is the page as it was; write it in {language}.</source>
        <translation>Dit is de pagina zoals ze was; schrijf haar in het {language}.</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Bewaard: {name}</translation>
    </message>
    <message>
        <source>Thrown away: {name}</source>
        <translation>Weggegooid: {name}</translation>
    </message>
    <message>
        <source>Link to which page?</source>
        <translation>Naar welke pagina verwijs je?</translation>
    </message>
    <message>
        <source>Title of a page</source>
        <translation>Titel van een pagina</translation>
    </message>
    <message>
        <source>The picture could not be written. ({why})</source>
        <translation>De afbeelding kon niet worden geschreven. ({why})</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n pagina</numerusform>
            <numerusform>%n pagina’s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n keer</numerusform>
            <numerusform>%n keer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stopped %n time(s)</source>
        <translation>
            <numerusform>%n keer gestopt</numerusform>
            <numerusform>%n keer gestopt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s): edit the page to see which</source>
        <translation>
            <numerusform>%n ding: bewerk de pagina om te zien wat</numerusform>
            <numerusform>%n dingen: bewerk de pagina om te zien wat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) before it can be saved</source>
        <translation>
            <numerusform>%n ding moet eerst goed voor je kunt bewaren</numerusform>
            <numerusform>%n dingen moeten eerst goed voor je kunt bewaren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to be put right, now or later</source>
        <translation>
            <numerusform>%n ding is nog niet goed; bewaren kan wel</numerusform>
            <numerusform>%n dingen zijn nog niet goed; bewaren kan wel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) added</source>
        <translation>
            <numerusform>%n regel erbij</numerusform>
            <numerusform>%n regels erbij</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) removed</source>
        <translation>
            <numerusform>%n regel eruit</numerusform>
            <numerusform>%n regels eruit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) the same</source>
        <translation>
            <numerusform>%n regel hetzelfde</numerusform>
            <numerusform>%n regels hetzelfde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be read</source>
        <translation>
            <numerusform>%n ding was niet te lezen</numerusform>
            <numerusform>%n dingen waren niet te lezen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saving %n page(s)…</source>
        <translation>
            <numerusform>%n pagina wordt bewaard…</numerusform>
            <numerusform>%n pagina’s worden bewaard…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) saved</source>
        <translation>
            <numerusform>%n pagina bewaard</numerusform>
            <numerusform>%n pagina’s bewaard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already said the same</source>
        <translation>
            <numerusform>%n was al zo</numerusform>
            <numerusform>%n waren al zo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Writing %n page(s)…</source>
        <translation>
            <numerusform>%n pagina wordt geschreven…</numerusform>
            <numerusform>%n pagina’s worden geschreven…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written, the others were so already</source>
        <translation>
            <numerusform>%n bestand geschreven, de andere waren al zo</numerusform>
            <numerusform>%n bestanden geschreven, de andere waren al zo</numerusform>
        </translation>
    </message>
    <message>
        <source>Where does the PDF go?</source>
        <translation>Waar komt de pdf?</translation>
    </message>
    <message>
        <source>Folder for the site</source>
        <translation>Map voor de site</translation>
    </message>
    <message>
        <source>The PDF is made…</source>
        <translation>De pdf wordt gemaakt…</translation>
    </message>
    <message>
        <source>{name} is written: {pages}</source>
        <translation>{name} is geschreven: {pages}</translation>
    </message>
    <message>
        <source>The site is made…</source>
        <translation>De site wordt gemaakt…</translation>
    </message>
    <message>
        <source>The site is in {name}; it begins at {index}</source>
        <translation>De site staat in {name}; hij begint bij {index}</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Map openen</translation>
    </message>
    <message>
        <source>Walked</source>
        <translation>Doorlopen</translation>
    </message>
    <message>
        <source>Where it stops</source>
        <translation>Waar het stopt</translation>
    </message>
    <message>
        <source>before its first step</source>
        <translation>voor de eerste stap</translation>
    </message>
    <message>
        <source>{number} to the end</source>
        <translation>{number} tot het eind</translation>
    </message>
    <message>
        <source>{number} stopped</source>
        <translation>{number} gestopt</translation>
    </message>
    <message>
        <source>{number} still open</source>
        <translation>{number} nog open</translation>
    </message>
    <message>
        <source>mostly takes {time}</source>
        <translation>duurt meestal {time}</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>afbeelding</translation>
    </message>
    <message>
        <source>Picture for this page</source>
        <translation>Afbeelding voor deze pagina</translation>
    </message>
</context>
<context>
    <name>Hours</name>
    <message>
        <source>Changed: {what}</source>
        <translation>Gewijzigd: {what}</translation>
    </message>
    <message>
        <source>24 dec, 2026-12-24</source>
        <translation>24 dec, 2026-12-24</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>gesloten</translation>
    </message>
    <message>
        <source>As usual again: {day}</source>
        <translation>Weer als anders: {day}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Openingstijden</translation>
    </message>
    <message>
        <source>Why (for yourself)</source>
        <translation>Waarom (voor uzelf)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Add a date that differs</source>
        <translation>Voeg een afwijkende datum toe</translation>
    </message>
    <message>
        <source>The Netherlands</source>
        <translation>Nederland</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>België</translation>
    </message>
    <message>
        <source>No holidays</source>
        <translation>Geen feestdagen</translation>
    </message>
    <message>
        <source>Holidays of {country}</source>
        <translation>Feestdagen van {country}</translation>
    </message>
    <message>
        <source>We are open</source>
        <translation>Wij zijn open</translation>
    </message>
    <message>
        <source>We are closed</source>
        <translation>Wij zijn dicht</translation>
    </message>
    <message>
        <source>not confirmed yet</source>
        <translation>nog niet bevestigd</translation>
    </message>
    <message>
        <source>Opening hours and targets</source>
        <translation>Openingstijden en doelen</translation>
    </message>
    <message>
        <source>Write 9:00-12:30, 13:00-17:30. Clocks follow at once.</source>
        <translation>Schrijf 9:00-12:30, 13:00-17:30. De klokken lopen meteen mee.</translation>
    </message>
    <message>
        <source>Dates that differ</source>
        <translation>Afwijkende datums</translation>
    </message>
    <message>
        <source>These go before the week and the holidays.</source>
        <translation>Deze gaan voor de week en de feestdagen.</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Feestdagen</translation>
    </message>
    <message>
        <source>On an open holiday the hours of its weekday count.</source>
        <translation>Op een open feestdag gelden de tijden van de weekdag.</translation>
    </message>
    <message>
        <source>Questions to colleagues</source>
        <translation>Vragen aan collega&apos;s</translation>
    </message>
    <message>
        <source>Counted from when the question went out.</source>
        <translation>Geteld vanaf het moment dat de vraag is verstuurd.</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Doelen</translation>
    </message>
    <message>
        <source>At most three plans, one of them for everybody. A plan for a customer goes before one for a priority, that before a channel.</source>
        <translation>Hoogstens drie plannen, waarvan één voor iedereen. Een plan voor een klant gaat voor een plan voor een prioriteit, dat weer voor een kanaal.</translation>
    </message>
    <message>
        <source>Add the plan “{name}”</source>
        <translation>Plan “{name}” toevoegen</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>First reaction within</source>
        <translation>Eerste reactie binnen</translation>
    </message>
    <message>
        <source>In evening hours within</source>
        <translation>In avondtijden binnen</translation>
    </message>
    <message>
        <source>Answer within</source>
        <translation>Antwoord binnen</translation>
    </message>
    <message>
        <source>Next reply within</source>
        <translation>Vervolgantwoord binnen</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanalen</translation>
    </message>
    <message>
        <source>Priorities</source>
        <translation>Prioriteiten</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Klanten</translation>
    </message>
    <message>
        <source>of evening and opening time</source>
        <translation>avond- en openingstijd</translation>
    </message>
    <message>
        <source>Take this plan out</source>
        <translation>Verwijder dit plan</translation>
    </message>
    <message>
        <source>at opening</source>
        <translation>bij opening</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>kies</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>For whom is “{name}”?</source>
        <translation>Voor wie is “{name}”?</translation>
    </message>
    <message>
        <source>The address of a customer</source>
        <translation>Het adres van een klant</translation>
    </message>
    <message>
        <source>Evening or weekend: closed, but somebody reacts</source>
        <translation>Avond of weekend: dicht, maar er reageert iemand</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>opening time</source>
        <translation>openingstijd</translation>
    </message>
    <message>
        <source>day and night on open days</source>
        <translation>dag en nacht op open dagen</translation>
    </message>
    <message>
        <source>day and night, every day</source>
        <translation>dag en nacht, elke dag</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} u</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} d</translation>
    </message>
    <message>
        <source>Remind the colleague after</source>
        <translation>Herinner de collega na</translation>
    </message>
    <message>
        <source>Ask the deputy after</source>
        <translation>Vraag de vervanger na</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Import a mailbox</source>
        <translation>Mailbox importeren</translation>
    </message>
    <message>
        <source>Looking at {name}</source>
        <translation>{name} wordt bekeken</translation>
    </message>
    <message>
        <source>{name} could not be read ({reason}).</source>
        <translation>{name} kon niet worden gelezen ({reason}).</translation>
    </message>
    <message>
        <source>{count} messages still to be put in place</source>
        <translation>Nog {count} berichten een plek te geven</translation>
    </message>
    <message>
        <source>{count} messages read</source>
        <translation>{count} berichten gelezen</translation>
    </message>
    <message>
        <source>Stopped; choose it again to go on.</source>
        <translation>Gestopt; kies hem nog eens om verder te gaan.</translation>
    </message>
    <message>
        <source>Old mail becomes part of your history: you find it again, and Balie knows your customers. The same mailbox twice adds nothing, and you can stop and go on.</source>
        <translation>Oude mail wordt deel van je geschiedenis: je vindt hem terug en Balie kent je klanten. Dezelfde mailbox twee keer voegt niets toe, en je kunt stoppen en later verdergaan.</translation>
    </message>
    <message>
        <source>This mail belongs to</source>
        <translation>Deze mail hoort bij</translation>
    </message>
    <message>
        <source>No account: only to look things up</source>
        <translation>Geen account: alleen om in te zoeken</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Bestand kiezen</translation>
    </message>
    <message>
        <source>An mbox file (Thunderbird, Gmail) or .eml</source>
        <translation>Een mbox-bestand (Thunderbird, Gmail) of .eml</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Map kiezen</translation>
    </message>
    <message>
        <source>A Maildir, or a folder with .eml files</source>
        <translation>Een Maildir, of een map met .eml-bestanden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>See what came in</source>
        <translation>Bekijk wat er binnenkwam</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) read</source>
        <translation>
            <numerusform>%n bericht gelezen</numerusform>
            <numerusform>%n berichten gelezen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them new</source>
        <translation>
            <numerusform>%n nieuw</numerusform>
            <numerusform>%n nieuw</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>(no subject)</source>
        <translation>(geen onderwerp)</translation>
    </message>
    <message>
        <source>until {moment}</source>
        <translation>tot {moment}</translation>
    </message>
    <message>
        <source>priority {name}</source>
        <translation>prioriteit {name}</translation>
    </message>
    <message>
        <source>somebody new writes in this conversation</source>
        <translation>iemand nieuws schrijft in dit gesprek</translation>
    </message>
    <message>
        <source>Stands higher because its priority is {name}.</source>
        <translation>Staat hoger vanwege prioriteit {name}.</translation>
    </message>
    <message>
        <source>Stands lower because its priority is low.</source>
        <translation>Staat lager vanwege lage prioriteit.</translation>
    </message>
    <message>
        <source>Comes back {moment}.</source>
        <translation>Komt {moment} terug.</translation>
    </message>
    <message>
        <source>No clock runs: nobody waits for you here.</source>
        <translation>Er loopt geen klok: niemand wacht hier op je.</translation>
    </message>
</context>
<context>
    <name>InboxPanel</name>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Alle berichten doorzoeken</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Berichten</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Bezig</translation>
    </message>
    <message>
        <source>Opening your messages</source>
        <translation>Je berichten worden geopend</translation>
    </message>
    <message>
        <source>Connect your mailbox</source>
        <translation>Koppel je mailbox</translation>
    </message>
    <message>
        <source>Then the messages of your customers come in here.</source>
        <translation>Dan komen de berichten van je klanten hier binnen.</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Account toevoegen</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Niets gevonden</translation>
    </message>
    <message>
        <source>No message in this list holds all these words.</source>
        <translation>Geen bericht in deze lijst bevat al deze woorden.</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Zoekopdracht wissen</translation>
    </message>
    <message>
        <source>Words, or for example: from:anna  state:open  priority:high  is:late
&quot;to the letter&quot;  -not  has:attachment  after:monday  label:vip   (key /)</source>
        <translation>Woorden, of bijvoorbeeld: van:anna  status:open  prioriteit:hoog  is:te-laat
&quot;letterlijk&quot;  -niet  heeft:bijlage  na:maandag  label:vip   (toets /)</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>Alles afgehandeld</translation>
    </message>
    <message>
        <source>No customer is waiting for an answer from you.</source>
        <translation>Geen klant wacht op een antwoord van jou.</translation>
    </message>
    <message>
        <source>Nothing is asleep</source>
        <translation>Niets voor later</translation>
    </message>
    <message>
        <source>With S you put a message out of sight until a moment that suits you.</source>
        <translation>Met S haal je een bericht uit het zicht tot een moment dat jou past.</translation>
    </message>
    <message>
        <source>No spam</source>
        <translation>Geen spam</translation>
    </message>
    <message>
        <source>Nobody to wait for</source>
        <translation>Op niemand wachten</translation>
    </message>
    <message>
        <source>Messages that wait for a customer or colleague.</source>
        <translation>Hier staan berichten die wachten op een klant of collega.</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Hier staat nog niets</translation>
    </message>
    <message>
        <source>Messages that you have answered or closed.</source>
        <translation>Hier komen berichten die je hebt beantwoord of afgehandeld.</translation>
    </message>
</context>
<context>
    <name>Incidents</name>
    <message>
        <source>Under no incident</source>
        <translation>Onder geen incident</translation>
    </message>
    <message>
        <source>Put under an incident</source>
        <translation>Onder een incident zetten</translation>
    </message>
    <message>
        <source>Choose an incident, or type what went wrong</source>
        <translation>Kies een incident, of typ wat er misging</translation>
    </message>
    <message>
        <source>Incident opened: {name}</source>
        <translation>Incident geopend: {name}</translation>
    </message>
    <message>
        <source>Incident: {name}</source>
        <translation>Incident: {name}</translation>
    </message>
    <message>
        <source>Under no incident any more</source>
        <translation>Onder geen incident meer</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Incidenten</translation>
    </message>
    <message>
        <source>It is over: close it</source>
        <translation>Het is voorbij: afsluiten</translation>
    </message>
    <message>
        <source>It is not over: open it again</source>
        <translation>Het is niet voorbij: heropenen</translation>
    </message>
    <message>
        <source>Show its messages</source>
        <translation>De berichten tonen</translation>
    </message>
    <message>
        <source>Answer all its messages</source>
        <translation>Alle berichten beantwoorden</translation>
    </message>
    <message>
        <source>Or type how it stands</source>
        <translation>Of typ hoe het ervoor staat</translation>
    </message>
    <message>
        <source>It stands like this: {status}</source>
        <translation>Zo staat het ervoor: {status}</translation>
    </message>
    <message>
        <source>over</source>
        <translation>voorbij</translation>
    </message>
    <message>
        <source>{waiting} of {count} wait for us</source>
        <translation>{waiting} van {count} wachten op ons</translation>
    </message>
    <message>
        <source>New incident “{name}”</source>
        <translation>Nieuw incident ‘{name}’</translation>
    </message>
</context>
<context>
    <name>Induction</name>
    <message>
        <source>To get</source>
        <translation>Toegang krijgen</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>Lezen</translation>
    </message>
    <message>
        <source>To practise</source>
        <translation>Oefenen</translation>
    </message>
    <message>
        <source>To do along</source>
        <translation>Meedoen</translation>
    </message>
    <message>
        <source>New colleagues</source>
        <translation>Nieuwe collega&apos;s</translation>
    </message>
    <message>
        <source>Begin for somebody</source>
        <translation>Voor iemand beginnen</translation>
    </message>
    <message>
        <source>Ticked by</source>
        <translation>Afgevinkt door</translation>
    </message>
    <message>
        <source>Something of your own to add</source>
        <translation>Iets van jezelf erbij</translation>
    </message>
    <message>
        <source>What he goes through</source>
        <translation>Wat er bij het inwerken hoort</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Pagina openen</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Eruit halen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>As PDF</source>
        <translation>Als pdf</translation>
    </message>
    <message>
        <source>So that a new colleague misses nothing</source>
        <translation>Zodat een nieuwe collega niets mist</translation>
    </message>
    <message>
        <source>What to get, what to read in the handbook and what to practise, ticked off with the day and by whom.</source>
        <translation>Wat iemand moet krijgen, in het handboek moet lezen en moet oefenen, afgevinkt met de dag en door wie.</translation>
    </message>
    <message>
        <source>{done} of {count} done, begun on {day}</source>
        <translation>{done} van {count} gedaan, begonnen op {day}</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>Alles gedaan</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} van {count}</translation>
    </message>
    <message>
        <source>Who is new?</source>
        <translation>Wie is er nieuw?</translation>
    </message>
    <message>
        <source>Choose a colleague of the directory</source>
        <translation>Kies een collega uit de lijst</translation>
    </message>
    <message>
        <source>Begun for {name}</source>
        <translation>Begonnen voor {name}</translation>
    </message>
    <message>
        <source>Ticked</source>
        <translation>Afgevinkt</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Niet gedaan</translation>
    </message>
    <message>
        <source>Added: {name}</source>
        <translation>Toegevoegd: {name}</translation>
    </message>
    <message>
        <source>Taken out of the list</source>
        <translation>Uit de lijst gehaald</translation>
    </message>
    <message>
        <source>Copied as text</source>
        <translation>Als tekst gekopieerd</translation>
    </message>
    <message>
        <source>The list as PDF</source>
        <translation>De lijst als pdf</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Opgeslagen: {name}</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Kept in the handbook</source>
        <translation>Vastgelegd in het handboek</translation>
    </message>
    <message>
        <source>name</source>
        <translation>naam</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mailadres</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>telefoon</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <source>citizen number</source>
        <translation>BSN</translation>
    </message>
    <message>
        <source>card number</source>
        <translation>kaartnummer</translation>
    </message>
    <message>
        <source>postcode</source>
        <translation>postcode</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adres</translation>
    </message>
    <message>
        <source>order number</source>
        <translation>bestelnummer</translation>
    </message>
    <message>
        <source>invoice number</source>
        <translation>factuurnummer</translation>
    </message>
    <message>
        <source>customer number</source>
        <translation>klantnummer</translation>
    </message>
    <message>
        <source>number</source>
        <translation>nummer</translation>
    </message>
    <message>
        <source>parcel number</source>
        <translation>pakketnummer</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>geboortedatum</translation>
    </message>
    <message>
        <source>licence plate</source>
        <translation>kenteken</translation>
    </message>
    <message>
        <source>link</source>
        <translation>link</translation>
    </message>
    <message>
        <source>account</source>
        <translation>account</translation>
    </message>
    <message>
        <source>Keep in the handbook</source>
        <translation>Vastleggen in het handboek</translation>
    </message>
    <message>
        <source>What the article is called</source>
        <translation>Hoe het artikel heet</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Wat er staat</translation>
    </message>
    <message>
        <source>What was masked</source>
        <translation>Wat is afgedekt</translation>
    </message>
    <message>
        <source>The word that is explained</source>
        <translation>Het woord dat wordt uitgelegd</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Take a tick off to show it. Look for names that were missed.</source>
        <translation>Haal een vinkje weg om het te tonen. Kijk zelf of er geen naam is gemist.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Niets</translation>
    </message>
    <message>
        <source>A new article</source>
        <translation>Een nieuw artikel</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>Waar het komt</translation>
    </message>
    <message>
        <source>An example under its purpose</source>
        <translation>Een voorbeeld onder het doel</translation>
    </message>
    <message>
        <source>A term</source>
        <translation>Een begrip</translation>
    </message>
    <message>
        <source>What it is there</source>
        <translation>Wat het daar is</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>All keys</source>
        <translation>Alle toetsen</translation>
    </message>
    <message>
        <source>Single letters work while you are not typing. In the settings you can change them, or switch them off.</source>
        <translation>Losse letters werken zolang je niet typt. Bij de instellingen kun je ze wijzigen of uitzetten.</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>Briefings</source>
        <translation>Briefings</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Besluiten</translation>
    </message>
    <message>
        <source>New colleagues</source>
        <translation>Nieuwe collega&apos;s</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>Oefenen</translation>
    </message>
    <message>
        <source>Keeping up</source>
        <translation>Bijblijven</translation>
    </message>
    <message>
        <source>No. {name}</source>
        <translation>Nr. {name}</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Pagina</translation>
    </message>
    <message>
        <source>Question that comes back</source>
        <translation>Vraag die terugkomt</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>is er niet meer</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>No line fits this message. Write one under Communication (Ctrl+9).</source>
        <translation>Bij dit bericht past geen lijn. Schrijf er een bij Communicatie (Ctrl+9).</translation>
    </message>
    <message>
        <source>The line to take</source>
        <translation>De lijn</translation>
    </message>
    <message>
        <source>Words of the question or the line</source>
        <translation>Woorden uit de vraag of de lijn</translation>
    </message>
    <message>
        <source>No text of “{name}” is short enough here: shorten it.</source>
        <translation>Geen tekst van “{name}” is hier kort genoeg: kort hem in.</translation>
    </message>
    <message>
        <source>Put it in</source>
        <translation>Zet erin</translation>
    </message>
    <message>
        <source>Asked because of “{name}”</source>
        <translation>Vraag over je bericht “{name}”</translation>
    </message>
    <message>
        <source>What we say on “{name}”</source>
        <translation>Onze lijn over “{name}”</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>This link goes somewhere else</source>
        <translation>Deze link gaat ergens anders heen</translation>
    </message>
    <message>
        <source>The text of this link looks like another address than the one it opens. That is what people do who want your password or money.</source>
        <translation>De tekst van deze link lijkt op een ander adres dan de link opent. Dat doen mensen die je wachtwoord of geld willen.</translation>
    </message>
    <message>
        <source>It really goes to:</source>
        <translation>Hij gaat in werkelijkheid naar:</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>Niet openen</translation>
    </message>
    <message>
        <source>Open it anyway</source>
        <translation>Toch openen</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Added: {name}</source>
        <translation>Toegevoegd: {name}</translation>
    </message>
    <message>
        <source>It is called {name} now</source>
        <translation>Heet nu {name}</translation>
    </message>
    <message>
        <source>The order has changed</source>
        <translation>De volgorde is veranderd</translation>
    </message>
    <message>
        <source>Taken out of the list</source>
        <translation>Uit de lijst gehaald</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Categorieën</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Afdelingen</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Soorten</translation>
    </message>
    <message>
        <source>Product groups</source>
        <translation>Productgroepen</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Hoe het afliep</translation>
    </message>
    <message>
        <source>No reaction because</source>
        <translation>Geen reactie omdat</translation>
    </message>
    <message>
        <source>Your own lists</source>
        <translation>Je eigen lijsten</translation>
    </message>
    <message>
        <source>Everything is offered in this order. What is filed stays filed under another name. Alt+↑ and Alt+↓ move the entry you are in.</source>
        <translation>Alles wordt in deze volgorde aangeboden. Wat ergens onder staat, blijft daar ook onder een andere naam. Alt+↑ en Alt+↓ verplaatsen de regel waar je in staat.</translation>
    </message>
    <message>
        <source>There is nothing in this list yet.</source>
        <translation>Er staat nog niets in deze lijst.</translation>
    </message>
    <message>
        <source>In Dutch</source>
        <translation>In het Nederlands</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>In het Engels</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Nieuwe regel</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Hetzelfde</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Offer {name} earlier</source>
        <translation>{name} eerder aanbieden</translation>
    </message>
    <message>
        <source>Offer {name} later</source>
        <translation>{name} later aanbieden</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} verwijderen</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>Add files…</source>
        <translation>Bestanden toevoegen…</translation>
    </message>
    <message>
        <source>Log what was said or written</source>
        <translation>Vastleggen wat er is gezegd of geschreven</translation>
    </message>
    <message>
        <source>For {name}. Nothing is sent from here.</source>
        <translation>Voor {name}. Er wordt niets verstuurd.</translation>
    </message>
    <message>
        <source>Nothing is left to do</source>
        <translation>Er hoeft niets meer te gebeuren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Log it</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Wat is gezegd</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Just now; or such as 14:30, or yesterday 16:00</source>
        <translation>Zojuist; of bijvoorbeeld 14:30, of gisteren 16:00</translation>
    </message>
    <message>
        <source>Ring back</source>
        <translation>Terugbellen</translation>
    </message>
    <message>
        <source>Such as tomorrow 10:00, or in 2 hours</source>
        <translation>Bijvoorbeeld morgen 10:00, of over 2 uur</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>On the page</source>
        <translation>Op de pagina</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>In the shop</source>
        <translation>In de winkel</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Ergens anders</translation>
    </message>
    <message>
        <source>They called</source>
        <translation>Klant belde</translation>
    </message>
    <message>
        <source>They came</source>
        <translation>Klant kwam langs</translation>
    </message>
    <message>
        <source>We called</source>
        <translation>Wij belden</translation>
    </message>
    <message>
        <source>We went there</source>
        <translation>Wij gingen langs</translation>
    </message>
    <message>
        <source>Write what was said or written.</source>
        <translation>Schrijf op wat er is gezegd of geschreven.</translation>
    </message>
    <message>
        <source>Write a moment that is over, such as 14:30.</source>
        <translation>Schrijf een moment dat voorbij is, zoals 14:30.</translation>
    </message>
    <message>
        <source>Write a moment to come, such as tomorrow 10:00.</source>
        <translation>Schrijf een moment dat nog komt, zoals morgen 10:00.</translation>
    </message>
    <message>
        <source>Logged</source>
        <translation>Vastgelegd</translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>Who is responsible for what</source>
        <translation>Wie waarvoor verantwoordelijk is</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Afdeling</translation>
    </message>
    <message>
        <source>Asked first</source>
        <translation>Eerst te vragen</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>Vervanger</translation>
    </message>
    <message>
        <source>Also there</source>
        <translation>Ook daar</translation>
    </message>
    <message>
        <source>Knows about</source>
        <translation>Weet van</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Bereikbaar</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Overigen</translation>
    </message>
    <message>
        <source>As it stood on {day}</source>
        <translation>Zoals het stond op {day}</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>You</source>
        <translation>Jij</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne notitie</translation>
    </message>
    <message>
        <source>This address has not taken part in the conversation before. Check who it is before you answer.</source>
        <translation>Dit adres deed niet eerder mee in het gesprek. Ga na wie het is voordat je antwoordt.</translation>
    </message>
    <message>
        <source>What can be done with this message</source>
        <translation>Wat je met dit bericht kunt doen</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>Tekst van het bericht</translation>
    </message>
    <message>
        <source>Quoted text</source>
        <translation>Geciteerde tekst</translation>
    </message>
    <message>
        <source>Hide quoted text</source>
        <translation>Geciteerde tekst verbergen</translation>
    </message>
    <message>
        <source>Internal: to {name}</source>
        <translation>Intern: aan {name}</translation>
    </message>
    <message>
        <source>Internal: {name}</source>
        <translation>Intern: {name}</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Tekst kopiëren</translation>
    </message>
    <message>
        <source>No longer show this sender&apos;s pictures</source>
        <translation>De plaatjes van deze afzender niet meer tonen</translation>
    </message>
    <message>
        <source>Begin a conversation of its own here</source>
        <translation>Hier een eigen gesprek beginnen</translation>
    </message>
    <message numerus="yes">
        <source>Show quoted text (%n line(s))</source>
        <translation>
            <numerusform>Geciteerde tekst tonen (%n regel)</numerusform>
            <numerusform>Geciteerde tekst tonen (%n regels)</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only the text</source>
        <translation>Alleen de tekst tonen</translation>
    </message>
    <message>
        <source>Show the original</source>
        <translation>Origineel tonen</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>(geen tekst)</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>{amount} late</source>
        <translation>{amount} te laat</translation>
    </message>
    <message>
        <source>{amount} too late</source>
        <translation>{amount} te laat</translation>
    </message>
    <message>
        <source>{amount} left</source>
        <translation>nog {amount}</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{h} h {m:02}</source>
        <translation>{h} u {m:02}</translation>
    </message>
    <message>
        <source>{d} d</source>
        <translation>{d} d</translation>
    </message>
    <message>
        <source>{d} d {h} h</source>
        <translation>{d} d {h} u</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gisteren</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>vandaag {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>gisteren {time}</translation>
    </message>
    <message>
        <source>tomorrow {time}</source>
        <translation>morgen {time}</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Something went wrong in Balie itself. It is written down in the log; your messages are safe.</source>
        <translation>Er ging iets mis in Balie zelf. Het staat in het logboek; je berichten zijn veilig.</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Deze melding sluiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Open your messages</source>
        <translation>Open je berichten</translation>
    </message>
    <message>
        <source>Balie cannot get its key</source>
        <translation>Balie kan niet bij zijn sleutel</translation>
    </message>
    <message>
        <source>Balie is already open</source>
        <translation>Balie is al open</translation>
    </message>
    <message>
        <source>A newer Balie is needed</source>
        <translation>Er is een nieuwere Balie nodig</translation>
    </message>
    <message>
        <source>Your messages could not be opened</source>
        <translation>Je berichten konden niet worden geopend</translation>
    </message>
    <message>
        <source>Something is wrong with the disk</source>
        <translation>Er is iets mis met de schijf</translation>
    </message>
    <message>
        <source>Something went wrong in Balie itself</source>
        <translation>Er ging iets mis in Balie zelf</translation>
    </message>
    <message>
        <source>Welcome to Balie</source>
        <translation>Welkom bij Balie</translation>
    </message>
    <message>
        <source>All messages of your customers in one place, on this computer only. How do you want to begin?</source>
        <translation>Alle berichten van je klanten op één plek, alleen op deze computer. Hoe wil je beginnen?</translation>
    </message>
    <message>
        <source>Add my mail</source>
        <translation>Mijn e-mail koppelen</translation>
    </message>
    <message>
        <source>Your address and password; the rest is found for you.</source>
        <translation>Je adres en wachtwoord; de rest wordt voor je gevonden.</translation>
    </message>
    <message>
        <source>Import a mailbox</source>
        <translation>Een mailbox importeren</translation>
    </message>
    <message>
        <source>Mail that you have as files: mbox, Maildir or .eml.</source>
        <translation>Mail die je als bestand hebt: mbox, Maildir of .eml.</translation>
    </message>
    <message>
        <source>Look round with an example firm</source>
        <translation>Rondkijken met een voorbeeldbedrijf</translation>
    </message>
    <message>
        <source>A shop with its customers. Nothing you do there leaves Balie.</source>
        <translation>Een winkel met klanten. Niets wat je daar doet, verlaat Balie.</translation>
    </message>
    <message>
        <source>Open with this computer (recommended)</source>
        <translation>Openen met deze computer (aanbevolen)</translation>
    </message>
    <message>
        <source>The key is kept with the other passwords of your user account. You do not have to type anything.</source>
        <translation>De sleutel wordt bewaard bij de andere wachtwoorden van je gebruikersaccount. Je hoeft niets te typen.</translation>
    </message>
    <message>
        <source>Open with a passphrase</source>
        <translation>Openen met een wachtzin</translation>
    </message>
    <message>
        <source>You type it at every start: a few words that only you know.</source>
        <translation>Die typ je bij elke start: een paar woorden die alleen jij kent.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Wachtzin</translation>
    </message>
    <message>
        <source>How do you want to open your messages?</source>
        <translation>Hoe wil je je berichten openen?</translation>
    </message>
    <message>
        <source>They are kept on this computer only, and encrypted.</source>
        <translation>Ze staan alleen op deze computer, versleuteld.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Nog een keer dezelfde</translation>
    </message>
    <message>
        <source>At least {minimum} characters. A few words in a row are easy to remember and hard to guess.</source>
        <translation>Minstens {minimum} tekens. Een paar woorden achter elkaar zijn makkelijk te onthouden en moeilijk te raden.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>De twee zijn niet gelijk.</translation>
    </message>
    <message>
        <source>Type a passphrase first.</source>
        <translation>Typ eerst een wachtzin.</translation>
    </message>
    <message>
        <source>Saved as {name}. Print it and keep it in another place.</source>
        <translation>Opgeslagen als {name}. Druk het af en bewaar het op een andere plek.</translation>
    </message>
    <message>
        <source>Write down your recovery key</source>
        <translation>Schrijf je herstelsleutel op</translation>
    </message>
    <message>
        <source>It opens your messages when the key of this computer or your passphrase is lost. It is shown only now. Keep the paper away from this computer.</source>
        <translation>Hij opent je berichten als de sleutel van deze computer of je wachtzin kwijt is. Je ziet hem alleen nu. Bewaar het papier niet bij deze computer.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>Opslaan in een bestand…</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>Ik heb hem opgeschreven</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Type your passphrase.</source>
        <translation>Typ je wachtzin.</translation>
    </message>
    <message>
        <source>Nothing was changed; your messages are still where they were. Try again, and start the computer again if it happens twice.</source>
        <translation>Er is niets veranderd; je berichten staan nog waar ze stonden. Probeer het opnieuw, en start de computer opnieuw als het twee keer gebeurt.</translation>
    </message>
    <message>
        <source>Recovery key, from your paper</source>
        <translation>Herstelsleutel, van je papier</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Herstelsleutel</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Wachtzin gebruiken</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>Herstelsleutel gebruiken</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Save recovery key</source>
        <translation>Herstelsleutel opslaan</translation>
    </message>
    <message>
        <source>Balie recovery key.txt</source>
        <translation>Herstelsleutel Balie.txt</translation>
    </message>
    <message>
        <source>It could not be saved there ({reason}).</source>
        <translation>Opslaan is daar niet gelukt ({reason}).</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Nothing answers to this</source>
        <translation>Niets gevonden</translation>
    </message>
    <message>
        <source>What can be picked</source>
        <translation>Wat je kunt kiezen</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>To do</source>
        <translation>Te doen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wacht op anderen</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Afgehandeld</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Alle berichten</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
</context>
<context>
    <name>Platforms</name>
    <message>
        <source>Platforms that tell by mail what customers write</source>
        <translation>Platforms die per mail laten weten wat klanten schrijven</translation>
    </message>
    <message>
        <source>Choose one, or type the domain of another</source>
        <translation>Kies er een, of typ het domein van een ander platform</translation>
    </message>
    <message>
        <source>No longer recognised: {name}</source>
        <translation>Wordt niet meer herkend: {name}</translation>
    </message>
    <message>
        <source>Recognised from now on: {name}</source>
        <translation>Wordt vanaf nu herkend: {name}</translation>
    </message>
    <message>
        <source>Do not recognise it</source>
        <translation>Niet herkennen</translation>
    </message>
    <message>
        <source>Recognise it</source>
        <translation>Herkennen</translation>
    </message>
    <message>
        <source>Take it out of the list</source>
        <translation>Uit de lijst halen</translation>
    </message>
    <message>
        <source>Taken out: {name}</source>
        <translation>Weggehaald: {name}</translation>
    </message>
    <message>
        <source>How are customers of {name} answered?</source>
        <translation>Hoe krijgen klanten van {name} antwoord?</translation>
    </message>
    <message>
        <source>On its own pages</source>
        <translation>Op de pagina&apos;s van het platform</translation>
    </message>
    <message>
        <source>By answering its mails</source>
        <translation>Door de mails te beantwoorden</translation>
    </message>
    <message>
        <source>answered by mail</source>
        <translation>antwoord per mail</translation>
    </message>
    <message>
        <source>answered on its pages</source>
        <translation>antwoord op de pagina</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>wordt niet herkend</translation>
    </message>
    <message>
        <source>Recognise the mails of {domain}</source>
        <translation>Mails van {domain} herkennen</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>The customer knows that you have it</source>
        <translation>De klant weet dat je het bericht hebt</translation>
    </message>
    <message>
        <source>Within five minutes</source>
        <translation>Binnen vijf minuten</translation>
    </message>
    <message>
        <source>Filed as a complaint</source>
        <translation>Ingedeeld als klacht</translation>
    </message>
    <message>
        <source>High or urgent</source>
        <translation>Hoog of dringend</translation>
    </message>
    <message>
        <source>The procedure walked to its end</source>
        <translation>De werkwijze tot het einde gelopen</translation>
    </message>
    <message>
        <source>A colleague was asked</source>
        <translation>Er is een collega gevraagd</translation>
    </message>
    <message>
        <source>Promised when the answer comes</source>
        <translation>Beloofd wanneer het antwoord komt</translation>
    </message>
    <message>
        <source>The customer has an answer</source>
        <translation>De klant heeft antwoord</translation>
    </message>
    <message>
        <source>Done, with how it ended</source>
        <translation>Afgehandeld, met hoe het afliep</translation>
    </message>
    <message>
        <source>went well</source>
        <translation>ging goed</translation>
    </message>
    <message>
        <source>still to be done</source>
        <translation>nog te doen</translation>
    </message>
    <message>
        <source>too late</source>
        <translation>te laat</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>What went well</source>
        <translation>Wat goed ging</translation>
    </message>
    <message>
        <source>Open the message</source>
        <translation>Bericht openen</translation>
    </message>
    <message>
        <source>Well done: everything went well.</source>
        <translation>Goed gedaan: alles ging goed.</translation>
    </message>
    <message>
        <source>Done, and not everything went well. Try it again.</source>
        <translation>Gedaan, en niet alles ging goed. Probeer het nog eens.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Nog eens</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gedaan</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Not begun yet</source>
        <translation>Nog niet begonnen</translation>
    </message>
    <message>
        <source>Task done: {name}</source>
        <translation>Taak gedaan: {name}</translation>
    </message>
</context>
<context>
    <name>PromiseLine</name>
    <message>
        <source>No promise</source>
        <translation>Geen belofte</translation>
    </message>
    <message>
        <source>You promise to ring back: the clock runs until {moment}</source>
        <translation>Je belooft terug te bellen: de klok loopt tot {moment}</translation>
    </message>
    <message>
        <source>You promise something: the clock runs until {moment}</source>
        <translation>Je belooft iets: de klok loopt tot {moment}</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Zoeken in:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Bestanden van &amp;type:</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>{name}: asked, answer expected {moment}</source>
        <translation>{name}: gevraagd, antwoord verwacht {moment}</translation>
    </message>
    <message>
        <source>{name}: reminded {moment}</source>
        <translation>{name}: herinnerd {moment}</translation>
    </message>
    <message>
        <source>{deputy}: asked in place of {name}, {moment}</source>
        <translation>{deputy}: gevraagd in plaats van {name}, {moment}</translation>
    </message>
    <message>
        <source>{name} does not answer, and there is no deputy</source>
        <translation>{name} antwoordt niet, en er is geen vervanger</translation>
    </message>
    <message>
        <source>The question to {name} did not go out</source>
        <translation>De vraag aan {name} is niet verstuurd</translation>
    </message>
    <message>
        <source>{name}: asked by phone, {moment}</source>
        <translation>{name}: gebeld, {moment}</translation>
    </message>
    <message>
        <source>{name}: answered {moment}</source>
        <translation>{name}: antwoordde {moment}</translation>
    </message>
    <message>
        <source>{name}: approved your answer, {moment}</source>
        <translation>{name}: akkoord met je antwoord, {moment}</translation>
    </message>
    <message>
        <source>{name}: did not approve, {moment}</source>
        <translation>{name}: niet akkoord, {moment}</translation>
    </message>
    <message>
        <source>{name}: answered {moment}. Is it a yes?</source>
        <translation>{name}: antwoordde {moment}. Is dat een ja?</translation>
    </message>
    <message>
        <source>{name}: no longer waited for</source>
        <translation>{name}: er wordt niet meer gewacht</translation>
    </message>
    <message>
        <source>No longer wait</source>
        <translation>Niet meer wachten</translation>
    </message>
    <message>
        <source>Yes, approved</source>
        <translation>Ja, akkoord</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
</context>
<context>
    <name>Radar</name>
    <message>
        <source>Write an article</source>
        <translation>Schrijf een artikel</translation>
    </message>
    <message>
        <source>Answer them all</source>
        <translation>Allemaal beantwoorden</translation>
    </message>
    <message>
        <source>Make new content</source>
        <translation>Maak nieuwe inhoud</translation>
    </message>
    <message>
        <source>Change the website</source>
        <translation>Pas de website aan</translation>
    </message>
    <message>
        <source>Not worth it</source>
        <translation>Niet de moeite</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Weer openen</translation>
    </message>
    <message>
        <source>To do: write an article</source>
        <translation>Te doen: artikel schrijven</translation>
    </message>
    <message>
        <source>To do: make new content</source>
        <translation>Te doen: nieuwe inhoud maken</translation>
    </message>
    <message>
        <source>To do: change the website</source>
        <translation>Te doen: website aanpassen</translation>
    </message>
    <message>
        <source>{number} in the last {days} days</source>
        <translation>{number} in de laatste {days} dagen</translation>
    </message>
    <message>
        <source>done: {moment}</source>
        <translation>klaar: {moment}</translation>
    </message>
    <message>
        <source>left as it is: {moment}</source>
        <translation>zo gelaten: {moment}</translation>
    </message>
    <message>
        <source>no. {number}</source>
        <translation>nr. {number}</translation>
    </message>
    <message>
        <source>No task after all</source>
        <translation>Toch geen taak</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Hoe</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Wie het doet</translation>
    </message>
    <message>
        <source>What is to be changed, and where</source>
        <translation>Wat er anders moet, en waar</translation>
    </message>
    <message>
        <source>Asked like this</source>
        <translation>Zo gevraagd</translation>
    </message>
    <message>
        <source>Balie reads what customers asked of late.</source>
        <translation>Balie leest wat klanten de laatste tijd vroegen.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Bezig met kijken…</translation>
    </message>
    <message>
        <source>What was done or left stands here; it can be opened again.</source>
        <translation>Wat gedaan is of zo gelaten, staat hier; je kunt het weer openen.</translation>
    </message>
    <message>
        <source>Nothing settled yet</source>
        <translation>Nog niets afgehandeld</translation>
    </message>
    <message>
        <source>When at least {least} customers ask the same within {days} days and no page answers it, it stands here. Balie looks once a day.</source>
        <translation>Vragen minstens {least} klanten binnen {days} dagen hetzelfde en beantwoordt geen pagina dat, dan staat het hier. Balie kijkt één keer per dag.</translation>
    </message>
    <message>
        <source>No question comes back</source>
        <translation>Er komt geen vraag terug</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Nu kijken</translation>
    </message>
    <message>
        <source>Questions that come back</source>
        <translation>Vragen die terugkomen</translation>
    </message>
    <message>
        <source>Customers ask this again and again, and no page of the handbook answers it. Answer it once, where they look.</source>
        <translation>Klanten vragen dit steeds weer en geen pagina van het handboek beantwoordt het. Beantwoord het één keer, waar zij kijken.</translation>
    </message>
    <message>
        <source>Open ({number})</source>
        <translation>Open ({number})</translation>
    </message>
    <message>
        <source>Settled ({number})</source>
        <translation>Afgehandeld ({number})</translation>
    </message>
    <message>
        <source>It was done</source>
        <translation>Het is gedaan</translation>
    </message>
    <message numerus="yes">
        <source>Asked in %n message(s)</source>
        <translation>
            <numerusform>Gevraagd in %n bericht</numerusform>
            <numerusform>Gevraagd in %n berichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n bericht</numerusform>
            <numerusform>%n berichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept in the handbook, and done</source>
        <translation>Staat in het handboek, en klaar</translation>
    </message>
    <message>
        <source>Left as it is</source>
        <translation>Zo gelaten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Genoteerd</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Why does nobody react?</source>
        <translation>Waarom reageert er niemand?</translation>
    </message>
    <message>
        <source>Or in your own words</source>
        <translation>Of in je eigen woorden</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Disconnect account</source>
        <translation>Account ontkoppelen</translation>
    </message>
    <message>
        <source>Balie forgets the password of {account} and fetches nothing more from there. All messages and answers stay in Balie.</source>
        <translation>Balie vergeet het wachtwoord van {account} en haalt daar niets meer op. Alle berichten en antwoorden blijven in Balie.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behouden</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Ontkoppelen</translation>
    </message>
</context>
<context>
    <name>ResultBar</name>
    <message>
        <source>{count}, the newest</source>
        <translation>{count}, de nieuwste</translation>
    </message>
    <message>
        <source>There is more: only the newest messages were looked at. Add a word.</source>
        <translation>Er is meer: alleen de nieuwste berichten zijn bekeken. Voeg een woord toe.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Niets gevonden</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Nieuwste</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Beste</translation>
    </message>
    <message>
        <source>Keep this search as a view</source>
        <translation>Deze zoekvraag bewaren als weergave</translation>
    </message>
    <message>
        <source>Search in all messages</source>
        <translation>In alle berichten zoeken</translation>
    </message>
    <message>
        <source>Did you mean: {query}</source>
        <translation>Bedoelde je: {query}</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n gesprek</numerusform>
            <numerusform>%n gesprekken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>Back to the messages</source>
        <translation>Terug naar de berichten</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>it comes by {value}</source>
        <translation>het komt via {value}</translation>
    </message>
    <message>
        <source>the category is {value}</source>
        <translation>de categorie is {value}</translation>
    </message>
    <message>
        <source>the type is {value}</source>
        <translation>de soort is {value}</translation>
    </message>
    <message>
        <source>it says {value}</source>
        <translation>er staat {value}</translation>
    </message>
    <message>
        <source>it is from {value}</source>
        <translation>het komt van {value}</translation>
    </message>
    <message>
        <source>the influence is at least {value}</source>
        <translation>de invloed is minstens {value}</translation>
    </message>
    <message>
        <source>the customer is a VIP</source>
        <translation>de klant is VIP</translation>
    </message>
    <message>
        <source>it is the press</source>
        <translation>het is de pers</translation>
    </message>
    <message>
        <source>the shop is closed</source>
        <translation>de winkel is dicht</translation>
    </message>
    <message>
        <source>the suggestion says category {value}</source>
        <translation>de suggestie categorie {value} zegt</translation>
    </message>
    <message>
        <source>the suggestion says type {value}</source>
        <translation>de suggestie soort {value} zegt</translation>
    </message>
    <message>
        <source>it sounds {value}</source>
        <translation>de klant {value} klinkt</translation>
    </message>
    <message>
        <source>it looks {value} or heavier</source>
        <translation>het {value} of zwaarder lijkt</translation>
    </message>
    <message>
        <source>unhappy</source>
        <translation>ontevreden</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>neutraal</translation>
    </message>
    <message>
        <source>happy</source>
        <translation>tevreden</translation>
    </message>
    <message>
        <source>the customer is no VIP</source>
        <translation>de klant is geen VIP</translation>
    </message>
    <message>
        <source>it is not the press</source>
        <translation>het is niet de pers</translation>
    </message>
    <message>
        <source>the shop is open</source>
        <translation>de winkel is open</translation>
    </message>
    <message>
        <source>category {value}</source>
        <translation>categorie {value}</translation>
    </message>
    <message>
        <source>department {value}</source>
        <translation>afdeling {value}</translation>
    </message>
    <message>
        <source>type {value}</source>
        <translation>soort {value}</translation>
    </message>
    <message>
        <source>product group {value}</source>
        <translation>productgroep {value}</translation>
    </message>
    <message>
        <source>priority {value}</source>
        <translation>prioriteit {value}</translation>
    </message>
    <message>
        <source>label {value}</source>
        <translation>label {value}</translation>
    </message>
    <message>
        <source>no reaction: {value}</source>
        <translation>geen reactie: {value}</translation>
    </message>
    <message>
        <source>propose to ask {value}</source>
        <translation>stel voor om {value} te vragen</translation>
    </message>
    <message>
        <source>propose the procedure {value}</source>
        <translation>stel procedure {value} voor</translation>
    </message>
    <message>
        <source>{value} (at least {percent} %)</source>
        <translation>{value} (minstens {percent} %)</translation>
    </message>
    <message>
        <source>suggested: {what}</source>
        <translation>voorgesteld: {what}</translation>
    </message>
    <message>
        <source>whom {department} asks first</source>
        <translation>de vaste collega van {department}</translation>
    </message>
    <message>
        <source>propose to forward to {value}</source>
        <translation>stel voor door te sturen naar {value}</translation>
    </message>
    <message>
        <source>and</source>
        <translation>en</translation>
    </message>
    <message>
        <source>If {conditions}</source>
        <translation>Als {conditions}</translation>
    </message>
    <message>
        <source>then {effects}</source>
        <translation>dan {effects}</translation>
    </message>
    <message>
        <source>or</source>
        <translation>of</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message numerus="yes">
        <source>%n of the last messages would change</source>
        <translation>
            <numerusform>%n van de laatste berichten zou veranderen</numerusform>
            <numerusform>%n van de laatste berichten zouden veranderen</numerusform>
        </translation>
    </message>
    <message>
        <source>The rule is kept</source>
        <translation>De regel is bewaard</translation>
    </message>
    <message>
        <source>The rule is gone; what it did stays</source>
        <translation>De regel is weg; wat hij deed blijft</translation>
    </message>
    <message>
        <source>The order has changed</source>
        <translation>De volgorde is veranderd</translation>
    </message>
    <message>
        <source>The rule is asked from now on</source>
        <translation>De regel telt vanaf nu mee</translation>
    </message>
    <message>
        <source>The rule is no longer asked</source>
        <translation>De regel telt niet meer mee</translation>
    </message>
    <message>
        <source>Nothing had to change</source>
        <translation>Er hoefde niets te veranderen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laat maar zo</translation>
    </message>
    <message>
        <source>Do it all the same</source>
        <translation>Doe het toch</translation>
    </message>
    <message>
        <source>it says one of these words</source>
        <translation>er staat een van deze woorden</translation>
    </message>
    <message>
        <source>it is from (address or domain)</source>
        <translation>het komt van (adres of domein)</translation>
    </message>
    <message>
        <source>it comes by</source>
        <translation>het komt via</translation>
    </message>
    <message>
        <source>the category is</source>
        <translation>de categorie is</translation>
    </message>
    <message>
        <source>the type is</source>
        <translation>de soort is</translation>
    </message>
    <message>
        <source>the influence is at least</source>
        <translation>de invloed is minstens</translation>
    </message>
    <message>
        <source>the customer is a VIP</source>
        <translation>de klant is VIP</translation>
    </message>
    <message>
        <source>it is the press</source>
        <translation>het is de pers</translation>
    </message>
    <message>
        <source>the shop is closed</source>
        <translation>de winkel is dicht</translation>
    </message>
    <message>
        <source>the suggested category is</source>
        <translation>de voorgestelde categorie is</translation>
    </message>
    <message>
        <source>the suggested type is</source>
        <translation>de voorgestelde soort is</translation>
    </message>
    <message>
        <source>the customer sounds</source>
        <translation>de klant klinkt</translation>
    </message>
    <message>
        <source>it looks at least</source>
        <translation>het lijkt minstens</translation>
    </message>
    <message>
        <source>category</source>
        <translation>categorie</translation>
    </message>
    <message>
        <source>type</source>
        <translation>soort</translation>
    </message>
    <message>
        <source>product group</source>
        <translation>productgroep</translation>
    </message>
    <message>
        <source>department</source>
        <translation>afdeling</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>prioriteit</translation>
    </message>
    <message>
        <source>label</source>
        <translation>label</translation>
    </message>
    <message>
        <source>propose to forward to</source>
        <translation>stel voor door te sturen naar</translation>
    </message>
    <message>
        <source>propose to ask</source>
        <translation>stel voor te vragen</translation>
    </message>
    <message>
        <source>propose the procedure</source>
        <translation>stel deze procedure voor</translation>
    </message>
    <message>
        <source>no reaction, because</source>
        <translation>geen reactie, want</translation>
    </message>
    <message>
        <source>About what</source>
        <translation>Waarover</translation>
    </message>
    <message>
        <source>with commas between them</source>
        <translation>met komma&apos;s ertussen</translation>
    </message>
    <message>
        <source>Take this out: {name}</source>
        <translation>Haal dit weg: {name}</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>minstens</translation>
    </message>
    <message>
        <source>How sure it has to be</source>
        <translation>Hoe zeker het moet zijn</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>Naam van de regel</translation>
    </message>
    <message>
        <source>If</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>then</source>
        <translation>dan</translation>
    </message>
    <message>
        <source>And …</source>
        <translation>En …</translation>
    </message>
    <message>
        <source>Also …</source>
        <translation>Ook …</translation>
    </message>
    <message>
        <source>Try it on the last 100 messages</source>
        <translation>Probeer op de laatste 100 berichten</translation>
    </message>
    <message>
        <source>Keep this rule</source>
        <translation>Bewaar deze regel</translation>
    </message>
    <message>
        <source>Never mind</source>
        <translation>Laat maar</translation>
    </message>
    <message>
        <source>nothing: it is so already</source>
        <translation>niets: het is al zo</translation>
    </message>
    <message>
        <source>{after} (now {before})</source>
        <translation>{after} (nu {before})</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Nieuwe regel</translation>
    </message>
    <message>
        <source>Your own rules</source>
        <translation>Je eigen regels</translation>
    </message>
    <message>
        <source>Suggestions are off, so that what asks them does not hold.</source>
        <translation>Suggesties staan uit, dus wat ernaar vraagt geldt niet.</translation>
    </message>
    <message>
        <source>Suggestions are not available on this computer, so that what asks them does not hold.</source>
        <translation>Suggesties zijn op deze computer niet beschikbaar, dus wat ernaar vraagt geldt niet.</translation>
    </message>
    <message>
        <source>Asking what is suggested: {done} of {of}</source>
        <translation>Suggesties opvragen: {done} van {of}</translation>
    </message>
    <message>
        <source>They are asked of every message that comes in, from top to bottom; of each thing the first rule that says it wins. What you filed yourself stays. Rules that ask the suggestion come after the others, a moment later.</source>
        <translation>Ze worden bij elk binnenkomend bericht gevraagd, van boven naar beneden; van elk ding wint de eerste regel die het zegt. Wat je zelf indeelde, blijft. Regels die naar de suggestie vragen komen na de andere, een ogenblik later.</translation>
    </message>
    <message>
        <source>There is no rule yet. Make one for what you decide every day.</source>
        <translation>Er is nog geen regel. Maak er een voor wat je elke dag beslist.</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Wat er zou veranderen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Onderwerp</translation>
    </message>
    <message>
        <source>Ask {name} earlier</source>
        <translation>{name} eerder</translation>
    </message>
    <message>
        <source>Ask {name} later</source>
        <translation>{name} later</translation>
    </message>
    <message>
        <source>Let {name} act on all that is to do</source>
        <translation>{name} toepassen op alles wat te doen is</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>{name} wijzigen</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} weghalen</translation>
    </message>
    <message>
        <source>“{first}” and “{second}” quarrel: {one} or {other}. The first one wins.</source>
        <translation>“{first}” en “{second}” spreken elkaar tegen: {one} of {other}. De eerste wint.</translation>
    </message>
    <message>
        <source>These set each other off: {names}. Each is asked once.</source>
        <translation>Deze roepen elkaar op: {names}. Elk telt één keer mee.</translation>
    </message>
</context>
<context>
    <name>SavedViews</name>
    <message>
        <source>Rename</source>
        <translation>Andere naam geven</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Name of this view</source>
        <translation>Naam van deze weergave</translation>
    </message>
    <message>
        <source>Kept as “{name}”, at the left</source>
        <translation>Bewaard als “{name}”, links in beeld</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nieuwe naam</translation>
    </message>
    <message>
        <source>View “{name}” removed</source>
        <translation>Weergave “{name}” verwijderd</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>As this computer</source>
        <translation>Zoals deze computer</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Dicht op elkaar</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normaal</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Ruim</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation>Hoe het eruitziet</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>Hoe het werkt</translation>
    </message>
    <message>
        <source>Stars of reviews</source>
        <translation>Sterren van reviews</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kleuren</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>Regels van de lijst</translation>
    </message>
    <message>
        <source>Time to take an answer back</source>
        <translation>Tijd om een antwoord terug te nemen</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Meldingen</translation>
    </message>
    <message>
        <source>End of the day</source>
        <translation>Einde van de dag</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>seconden</translation>
    </message>
    <message>
        <source>The priority of a new review. When a customer takes stars away, it can only rise.</source>
        <translation>De prioriteit van een nieuwe review. Haalt een klant sterren weg, dan kan die alleen hoger worden.</translation>
    </message>
    <message>
        <source>Tell me when customers write</source>
        <translation>Meld het als klanten schrijven</translation>
    </message>
    <message>
        <source>Show me what is left when I close</source>
        <translation>Laat zien wat er nog ligt als ik afsluit</translation>
    </message>
    <message>
        <source>Single letters are keys (J, K, R, E, …)</source>
        <translation>Losse letters zijn toetsen (J, K, R, E, …)</translation>
    </message>
    <message>
        <source>Switch this off when you dictate or use a screen reader. Click a key below and press another one to change it.</source>
        <translation>Zet dit uit als je dicteert of een schermlezer gebruikt. Klik hieronder op een toets en druk een andere in om hem te wijzigen.</translation>
    </message>
    <message>
        <source>Key for: {act}</source>
        <translation>Toets voor: {act}</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>geen toets</translation>
    </message>
    <message>
        <source>Back to the key it came with: {act}</source>
        <translation>Terug naar de oorspronkelijke toets: {act}</translation>
    </message>
    <message>
        <source>A complaint up to</source>
        <translation>Een klacht tot en met</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nooit</translation>
    </message>
</context>
<context>
    <name>SetupForm</name>
    <message>
        <source>Choose…</source>
        <translation>Kiezen…</translation>
    </message>
    <message>
        <source>Leave empty to keep it</source>
        <translation>Leeg laten om het te houden</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>Minder instellingen</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Meer instellingen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Fill in: {name}</source>
        <translation>Vul in: {name}</translation>
    </message>
    <message>
        <source>Connected; your messages are coming in.</source>
        <translation>Gekoppeld; je berichten komen binnen.</translation>
    </message>
    <message>
        <source>Renew account</source>
        <translation>Account vernieuwen</translation>
    </message>
    <message>
        <source>Connect your mailbox</source>
        <translation>Koppel je mailbox</translation>
    </message>
    <message>
        <source>Balie looks up the servers that belong to your address and tries them out. Nothing is changed in your mailbox; messages stay unread where they are unread.</source>
        <translation>Balie zoekt de servers op die bij je adres horen en probeert ze uit. In je mailbox verandert niets; wat ongelezen is, blijft ongelezen.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Connect {channel}</source>
        <translation>{channel} koppelen</translation>
    </message>
    <message>
        <source>Sign in on the page that opened in your browser; Balie waits for it.</source>
        <translation>Meld je aan op de pagina die in je browser is geopend; Balie wacht daarop.</translation>
    </message>
    <message>
        <source>Looking up the servers and signing in. This can take a minute.</source>
        <translation>Servers opzoeken en aanmelden. Dit kan een minuut duren.</translation>
    </message>
    <message>
        <source>Trying it out. This can take a minute.</source>
        <translation>Even uitproberen. Dit kan een minuut duren.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Koppelen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Balie tries out what you fill in before it keeps it. Nothing is changed there; what customers wrote in the last week comes in as work, older things as history.</source>
        <translation>Balie probeert uit wat je invult voordat het wordt bewaard. Daar verandert niets; wat klanten de laatste week schreven komt binnen als werk, wat ouder is als geschiedenis.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>{account}: {state}. Show the account</source>
        <translation>{account}: {state}. Account tonen</translation>
    </message>
    <message>
        <source>Imported mail</source>
        <translation>Geïmporteerde mail</translation>
    </message>
    <message>
        <source>Change this view</source>
        <translation>Deze weergave wijzigen</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanalen</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Account toevoegen</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Categorieën</translation>
    </message>
    <message>
        <source>My views</source>
        <translation>Mijn weergaven</translation>
    </message>
    <message>
        <source>example</source>
        <translation>voorbeeld</translation>
    </message>
    <message>
        <source>To my own messages</source>
        <translation>Naar mijn berichten</translation>
    </message>
    <message>
        <source>Fetch now</source>
        <translation>Nu ophalen</translation>
    </message>
    <message>
        <source>Ask all accounts for new messages (F5)</source>
        <translation>Alle accounts om nieuwe berichten vragen (F5)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) to be reviewed</source>
        <translation>
            <numerusform>%n pagina om na te kijken</numerusform>
            <numerusform>%n pagina’s om na te kijken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) that no page answers</source>
        <translation>
            <numerusform>%n vraag die geen pagina beantwoordt</numerusform>
            <numerusform>%n vragen die geen pagina beantwoordt</numerusform>
        </translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>Handboek</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>Communicatie</translation>
    </message>
    <message>
        <source>Keeping up</source>
        <translation>Bijblijven</translation>
    </message>
    <message>
        <source>Coming back</source>
        <translation>Komt terug</translation>
    </message>
</context>
<context>
    <name>Snoozes</name>
    <message>
        <source>Later today</source>
        <translation>Later vandaag</translation>
    </message>
    <message>
        <source>When the shop opens</source>
        <translation>Als de winkel opengaat</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Morgenochtend</translation>
    </message>
    <message>
        <source>The next open day</source>
        <translation>De volgende open dag</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>De dag daarna</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Volgende week</translation>
    </message>
    <message>
        <source>In two weeks</source>
        <translation>Over twee weken</translation>
    </message>
    <message>
        <source>In a month</source>
        <translation>Over een maand</translation>
    </message>
</context>
<context>
    <name>Spine</name>
    <message>
        <source>Monitor</source>
        <translation>Signaleren</translation>
    </message>
    <message>
        <source>Assess</source>
        <translation>Beoordelen</translation>
    </message>
    <message>
        <source>React</source>
        <translation>Reageren</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Ophalen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Beantwoorden</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>The message is in</source>
        <translation>Het bericht is binnen</translation>
    </message>
    <message>
        <source>Say what it is about: category and priority</source>
        <translation>Zeg waar het over gaat: categorie en prioriteit</translation>
    </message>
    <message>
        <source>Tell the customer that you have it</source>
        <translation>Laat de klant weten dat je het hebt</translation>
    </message>
    <message>
        <source>Ask the colleague who knows, when you do not</source>
        <translation>Vraag het de collega die het weet, als jij het niet weet</translation>
    </message>
    <message>
        <source>Answer in the customer&apos;s own channel</source>
        <translation>Antwoord in het kanaal van de klant</translation>
    </message>
    <message>
        <source>Say how it ended, so that others can learn</source>
        <translation>Zeg hoe het afliep, zodat anderen ervan leren</translation>
    </message>
    <message>
        <source>still to do</source>
        <translation>nog te doen</translation>
    </message>
    <message>
        <source>waits for a colleague</source>
        <translation>wacht op een collega</translation>
    </message>
    <message>
        <source>done</source>
        <translation>gedaan</translation>
    </message>
    <message>
        <source>done too late</source>
        <translation>te laat gedaan</translation>
    </message>
    <message>
        <source>was not needed</source>
        <translation>was niet nodig</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>you gave a first reaction</source>
        <translation>je gaf een eerste reactie</translation>
    </message>
    <message>
        <source>you promised something</source>
        <translation>je beloofde iets</translation>
    </message>
    <message>
        <source>you changed it</source>
        <translation>door jou gewijzigd</translation>
    </message>
    <message>
        <source>the customer wrote</source>
        <translation>de klant schreef</translation>
    </message>
    <message>
        <source>you answered</source>
        <translation>je hebt geantwoord</translation>
    </message>
    <message>
        <source>you answered with another program</source>
        <translation>je antwoordde met een ander programma</translation>
    </message>
    <message>
        <source>the answer did not arrive</source>
        <translation>het antwoord kwam niet aan</translation>
    </message>
    <message>
        <source>not sure whether the answer went out</source>
        <translation>niet zeker of het antwoord is verstuurd</translation>
    </message>
    <message>
        <source>an earlier answer may not have arrived</source>
        <translation>een eerder antwoord kwam misschien niet aan</translation>
    </message>
    <message>
        <source>you took the answer back</source>
        <translation>je haalde het antwoord terug</translation>
    </message>
    <message>
        <source>the customer wrote after it was done</source>
        <translation>de klant schreef nadat het was afgehandeld</translation>
    </message>
    <message>
        <source>you asked a colleague</source>
        <translation>je vroeg een collega</translation>
    </message>
    <message>
        <source>the colleague answered</source>
        <translation>de collega antwoordde</translation>
    </message>
    <message>
        <source>the answer is no longer waited for</source>
        <translation>er wordt niet meer op het antwoord gewacht</translation>
    </message>
    <message>
        <source>you noted what the colleague decided</source>
        <translation>je noteerde wat de collega besloot</translation>
    </message>
    <message>
        <source>you logged how the customer was answered</source>
        <translation>je legde vast hoe de klant antwoord kreeg</translation>
    </message>
    <message>
        <source>you logged a talk that leaves something to do</source>
        <translation>je legde een gesprek vast waar nog iets uit volgt</translation>
    </message>
    <message>
        <source>nobody answers the question</source>
        <translation>niemand beantwoordt de vraag</translation>
    </message>
    <message>
        <source>This was there before Balie; counted as done</source>
        <translation>Dit was er al voor Balie; telt als afgehandeld</translation>
    </message>
    <message>
        <source>Follows an earlier message that was done more than 14 days before</source>
        <translation>Vervolg op een bericht dat meer dan 14 dagen eerder was afgehandeld</translation>
    </message>
    <message>
        <source>You began this with another program</source>
        <translation>Je begon dit met een ander programma</translation>
    </message>
    <message>
        <source>An automatic message, so nobody has to react</source>
        <translation>Een automatisch bericht, dus niemand hoeft te reageren</translation>
    </message>
    <message>
        <source>The answer was recognised by the code in the mail</source>
        <translation>Het antwoord is herkend aan de code in de mail</translation>
    </message>
    <message>
        <source>The answer was recognised as a reply to our mail</source>
        <translation>Het antwoord is herkend als reactie op onze mail</translation>
    </message>
    <message>
        <source>The answer was recognised by its sender, who had one open question</source>
        <translation>Het antwoord is herkend aan de afzender, die één open vraag had</translation>
    </message>
    <message>
        <source>Balie reminded the colleague: no answer in {amount} of opening time</source>
        <translation>Balie herinnerde de collega: geen antwoord in {amount} openingstijd</translation>
    </message>
    <message>
        <source>Balie asked the deputy: no answer in {amount} of opening time</source>
        <translation>Balie vroeg de vervanger: geen antwoord in {amount} openingstijd</translation>
    </message>
    <message>
        <source>No answer in {amount} of opening time, and there is no deputy to ask</source>
        <translation>Geen antwoord in {amount} openingstijd, en er is geen vervanger</translation>
    </message>
    <message>
        <source>Balie could not remind the colleague: there is no address</source>
        <translation>Balie kon de collega niet herinneren: er is geen adres</translation>
    </message>
    <message>
        <source>Balie did not write to a colleague who is the customer here</source>
        <translation>Balie schreef niet aan een collega die hier de klant is</translation>
    </message>
    <message>
        <source>Balie could not remind the colleague: no e-mail account is connected</source>
        <translation>Balie kon de collega niet herinneren: er is geen e-mailaccount verbonden</translation>
    </message>
    <message>
        <source>No. {number} was put together with this one</source>
        <translation>Nr. {number} is hiermee samengevoegd</translation>
    </message>
    <message>
        <source>This was put together with no. {number}</source>
        <translation>Samengevoegd met nr. {number}</translation>
    </message>
    <message>
        <source>No. {number} was split off from here</source>
        <translation>Nr. {number} is hiervan afgesplitst</translation>
    </message>
    <message>
        <source>This was split off from no. {number}</source>
        <translation>Afgesplitst van nr. {number}</translation>
    </message>
    <message>
        <source>Belongs to no. {number}</source>
        <translation>Hoort bij nr. {number}</translation>
    </message>
    <message>
        <source>Kept in the handbook</source>
        <translation>Vastgelegd in het handboek</translation>
    </message>
    <message>
        <source>No longer with a page of the handbook</source>
        <translation>Niet meer bij een bladzijde van het handboek</translation>
    </message>
    <message>
        <source>Decision {number} was written down</source>
        <translation>Besluit {number} is vastgelegd</translation>
    </message>
    <message>
        <source>No longer belongs to no. {number}</source>
        <translation>Hoort niet meer bij nr. {number}</translation>
    </message>
    <message>
        <source>Put under incident {number}</source>
        <translation>Onder incident {number} gezet</translation>
    </message>
    <message>
        <source>Taken out of its incident</source>
        <translation>Uit het incident gehaald</translation>
    </message>
    <message>
        <source>Promised: the customer hears from us {moment}</source>
        <translation>Beloofd: de klant hoort {moment} van ons</translation>
    </message>
    <message>
        <source>The promise for {moment} was kept</source>
        <translation>De belofte voor {moment} is nagekomen</translation>
    </message>
    <message>
        <source>The promise for {moment} was kept too late</source>
        <translation>De belofte voor {moment} is te laat nagekomen</translation>
    </message>
    <message>
        <source>The promise for {moment} was extended</source>
        <translation>De belofte voor {moment} is verlengd</translation>
    </message>
    <message>
        <source>The promise for {moment} never reached the customer</source>
        <translation>De belofte voor {moment} heeft de klant nooit bereikt</translation>
    </message>
    <message>
        <source>The promise for {moment} was not kept in time</source>
        <translation>De belofte voor {moment} is niet op tijd nagekomen</translation>
    </message>
    <message>
        <source>Procedure begun: {title}</source>
        <translation>Procedure begonnen: {title}</translation>
    </message>
    <message>
        <source>Procedure finished: {title}</source>
        <translation>Procedure klaar: {title}</translation>
    </message>
    <message>
        <source>Procedure stopped at step {step}: {title}</source>
        <translation>Procedure gestopt bij stap {step}: {title}</translation>
    </message>
    <message>
        <source>Category: {name}</source>
        <translation>Categorie: {name}</translation>
    </message>
    <message>
        <source>Department: {name}</source>
        <translation>Afdeling: {name}</translation>
    </message>
    <message>
        <source>Type: {name}</source>
        <translation>Soort: {name}</translation>
    </message>
    <message>
        <source>Product group: {name}</source>
        <translation>Productgroep: {name}</translation>
    </message>
    <message>
        <source>a rule of yours</source>
        <translation>een regel van jou</translation>
    </message>
    <message>
        <source>Priority: {name}</source>
        <translation>Prioriteit: {name}</translation>
    </message>
    <message>
        <source>You took an answer back before it went out</source>
        <translation>Je haalde een antwoord terug voordat het wegging</translation>
    </message>
    <message>
        <source>You let an answer be sent again</source>
        <translation>Je liet een antwoord opnieuw versturen</translation>
    </message>
    <message>
        <source>Balie told the customer that the message arrived</source>
        <translation>Balie liet de klant weten dat het bericht is aangekomen</translation>
    </message>
    <message>
        <source>Done although something was missing: {reason}</source>
        <translation>Afgerond terwijl er nog iets ontbrak: {reason}</translation>
    </message>
    <message>
        <source>Written down how it ended</source>
        <translation>Vastgelegd hoe het afliep</translation>
    </message>
    <message>
        <source>You gave a first reaction</source>
        <translation>Je gaf een eerste reactie</translation>
    </message>
    <message>
        <source>Too late: {clock}</source>
        <translation>Te laat: {clock}</translation>
    </message>
    <message>
        <source>Label: {name}</source>
        <translation>Label: {name}</translation>
    </message>
    <message>
        <source>Label taken off: {name}</source>
        <translation>Label weggehaald: {name}</translation>
    </message>
    <message>
        <source>Changed there. It said: “{text}”</source>
        <translation>Daar gewijzigd. Er stond: “{text}”</translation>
    </message>
    <message>
        <source>A message was taken away there</source>
        <translation>Een bericht is daar weggehaald</translation>
    </message>
    <message>
        <source>Undone: {act}</source>
        <translation>Ongedaan gemaakt: {act}</translation>
    </message>
    <message>
        <source>You assessed it</source>
        <translation>Je hebt het beoordeeld</translation>
    </message>
    <message>
        <source>You said what this customer means to the firm</source>
        <translation>Je gaf aan wat deze klant voor de zaak betekent</translation>
    </message>
    <message>
        <source>The rule “{name}” did: {what}</source>
        <translation>De regel “{name}” deed: {what}</translation>
    </message>
    <message>
        <source>{stars} in the review: {what}</source>
        <translation>{stars} in de review: {what}</translation>
    </message>
    <message>
        <source>The customer made {stars} of {before}: {what}</source>
        <translation>De klant maakte van {before} {stars}: {what}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
</context>
<context>
    <name>Suggesting</name>
    <message>
        <source>“{word}”</source>
        <translation>“{word}”</translation>
    </message>
    <message>
        <source>unhappy</source>
        <translation>ontevreden</translation>
    </message>
    <message>
        <source>influence</source>
        <translation>invloed</translation>
    </message>
    <message>
        <source>little time left</source>
        <translation>weinig tijd over</translation>
    </message>
    <message>
        <source>in public</source>
        <translation>openbaar</translation>
    </message>
    <message>
        <source>wrote before</source>
        <translation>schreef al eerder</translation>
    </message>
    <message>
        <source> or </source>
        <translation> of </translation>
    </message>
    <message>
        <source>not sure: {both}</source>
        <translation>weet ik niet: {both}</translation>
    </message>
    <message>
        <source>priority {name}</source>
        <translation>prioriteit {name}</translation>
    </message>
    <message>
        <source>Suggestion: {what}</source>
        <translation>Voorstel: {what}</translation>
    </message>
    <message>
        <source>because of {words}</source>
        <translation>door {words}</translation>
    </message>
    <message>
        <source>nearly the same as no. {number}</source>
        <translation>bijna hetzelfde als nr. {number}</translation>
    </message>
    <message>
        <source>like no. {numbers}</source>
        <translation>zoals nr. {numbers}</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>Saved texts and macros</source>
        <translation>Vaste teksten en macro&apos;s</translation>
    </message>
    <message>
        <source>Name, or words of the text</source>
        <translation>Naam, of woorden uit de tekst</translation>
    </message>
    <message>
        <source>Put it in</source>
        <translation>Invoegen</translation>
    </message>
    <message>
        <source>Send and do</source>
        <translation>Versturen en uitvoeren</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Uitvoeren</translation>
    </message>
    <message>
        <source>macro</source>
        <translation>macro</translation>
    </message>
    <message>
        <source>category</source>
        <translation>categorie</translation>
    </message>
    <message>
        <source>department</source>
        <translation>afdeling</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>prioriteit</translation>
    </message>
    <message>
        <source>note</source>
        <translation>notitie</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>uitkomst</translation>
    </message>
    <message>
        <source>state</source>
        <translation>status</translation>
    </message>
    <message>
        <source>out of sight</source>
        <translation>uit beeld</translation>
    </message>
    <message>
        <source>Messages: {count}</source>
        <translation>Berichten: {count}</translation>
    </message>
</context>
<context>
    <name>TextsPage</name>
    <message>
        <source>category</source>
        <translation>categorie</translation>
    </message>
    <message>
        <source>department</source>
        <translation>afdeling</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>prioriteit</translation>
    </message>
    <message>
        <source>note</source>
        <translation>notitie</translation>
    </message>
    <message>
        <source>how it ended</source>
        <translation>afloop</translation>
    </message>
    <message>
        <source>state</source>
        <translation>toestand</translation>
    </message>
    <message>
        <source>out of sight</source>
        <translation>uit het zicht</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Wat de macro doet</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Kies …</translation>
    </message>
    <message>
        <source>Take this out: {name}</source>
        <translation>Haal dit eruit: {name}</translation>
    </message>
    <message>
        <source>until we open</source>
        <translation>tot we opengaan</translation>
    </message>
    <message>
        <source>for {hours} h</source>
        <translation>{hours} uur lang</translation>
    </message>
    <message>
        <source>And this goes along with it</source>
        <translation>En dit gaat mee</translation>
    </message>
    <message>
        <source>Also …</source>
        <translation>Ook …</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Nog niet opgeslagen</translation>
    </message>
    <message>
        <source>Changed elsewhere meanwhile; saving puts this in its place.</source>
        <translation>Intussen elders gewijzigd; opslaan zet dit ervoor in de plaats.</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Zoals het was</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>New text</source>
        <translation>Nieuwe tekst</translation>
    </message>
    <message>
        <source>New macro</source>
        <translation>Nieuwe macro</translation>
    </message>
    <message>
        <source>How you write</source>
        <translation>Hoe je schrijft</translation>
    </message>
    <message>
        <source>Offer {name} earlier</source>
        <translation>{name} eerder aanbieden</translation>
    </message>
    <message>
        <source>Offer {name} later</source>
        <translation>{name} later aanbieden</translation>
    </message>
    <message>
        <source>Throw {name} away</source>
        <translation>{name} weggooien</translation>
    </message>
    <message>
        <source>You write like this from now on</source>
        <translation>Zo schrijf je voortaan</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Opgeslagen: {name}</translation>
    </message>
    <message>
        <source>Thrown away</source>
        <translation>Weggegooid</translation>
    </message>
    <message>
        <source>The order has changed</source>
        <translation>De volgorde is gewijzigd</translation>
    </message>
    <message>
        <source>An answer you choose</source>
        <translation>Een antwoord dat je kiest</translation>
    </message>
    <message>
        <source>First reaction</source>
        <translation>Eerste reactie</translation>
    </message>
    <message>
        <source>First reaction with a promise</source>
        <translation>Eerste reactie met een belofte</translation>
    </message>
    <message>
        <source>First reaction when closed</source>
        <translation>Eerste reactie buiten openingstijd</translation>
    </message>
    <message>
        <source>Later than promised</source>
        <translation>Later dan beloofd</translation>
    </message>
    <message>
        <source>Public line</source>
        <translation>Openbare regel</translation>
    </message>
    <message>
        <source>Private message</source>
        <translation>Privébericht</translation>
    </message>
    <message>
        <source>Closing public line</source>
        <translation>Openbare slotregel</translation>
    </message>
    <message>
        <source>Question to a colleague</source>
        <translation>Vraag aan een collega</translation>
    </message>
    <message>
        <source>Note of a phone call</source>
        <translation>Notitie van een telefoongesprek</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanalen</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Alle kanalen</translation>
    </message>
    <message>
        <source>As {name} would read it, in message {number}</source>
        <translation>Zoals {name} het zou lezen, in bericht {number}</translation>
    </message>
    <message>
        <source>As a customer would read it</source>
        <translation>Zoals een klant het zou lezen</translation>
    </message>
    <message>
        <source>Nothing is known for {places}: you are asked when you use it.</source>
        <translation>Voor {places} is niets bekend: bij gebruik wordt ernaar gevraagd.</translation>
    </message>
    <message>
        <source>Nothing is known for {places}: this cannot be sent so.</source>
        <translation>Voor {places} is niets bekend: zo kan dit niet verstuurd worden.</translation>
    </message>
    <message>
        <source>Nothing ever fills {places}: what you gave instead always stands there.</source>
        <translation>{places} wordt nooit ingevuld: er staat altijd wat je ervoor in de plaats gaf.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>How it reads</source>
        <translation>Hoe het gelezen wordt</translation>
    </message>
    <message>
        <source>Filled in for you: {places}. Behind a bar what stands there without one: {example}. For je and u: {forms}</source>
        <translation>Wordt vanzelf ingevuld: {places}. Achter een streepje wat er anders staat: {example}. Voor je en u: {forms}</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Bedoeld voor</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Name, or words of the text</source>
        <translation>Naam, of woorden uit de tekst</translation>
    </message>
    <message>
        <source>Search your texts</source>
        <translation>Zoek in je teksten</translation>
    </message>
    <message>
        <source>Your own texts</source>
        <translation>Je eigen teksten</translation>
    </message>
    <message>
        <source>Nothing has these words in it.</source>
        <translation>Nergens staan deze woorden in.</translation>
    </message>
    <message>
        <source>New one</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>nog niet opgeslagen</translation>
    </message>
    <message>
        <source>text</source>
        <translation>tekst</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Teksten</translation>
    </message>
    <message>
        <source>Macros</source>
        <translation>Macro’s</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Hier staat nog niets</translation>
    </message>
    <message>
        <source>Keep what you write every day; Ctrl+T puts it in an answer.</source>
        <translation>Bewaar wat je elke dag schrijft; Ctrl+T zet het in een antwoord.</translation>
    </message>
    <message>
        <source>Write the first one</source>
        <translation>Schrijf de eerste</translation>
    </message>
    <message>
        <source>The firm</source>
        <translation>Het bedrijf</translation>
    </message>
    <message>
        <source>Signature of</source>
        <translation>Handtekening van</translation>
    </message>
    <message>
        <source>Empty: as the firm</source>
        <translation>Leeg: die van het bedrijf</translation>
    </message>
    <message>
        <source>In letters</source>
        <translation>In brieven</translation>
    </message>
    <message>
        <source>Where texts are short</source>
        <translation>Waar teksten kort zijn</translation>
    </message>
    <message>
        <source>E-mail, contact forms and reviews.</source>
        <translation>E-mail, contactformulieren en recensies.</translation>
    </message>
    <message>
        <source>Social media and chats: WhatsApp, X, Mastodon and others.</source>
        <translation>Sociale media en chats: WhatsApp, X, Mastodon en andere.</translation>
    </message>
    <message>
        <source>Customers are spoken to with</source>
        <translation>Klanten worden aangesproken met</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Ondertekening</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>Initialen</translation>
    </message>
    <message>
        <source>Kind regards,
your name and shop</source>
        <translation>Met vriendelijke groet,
je naam en winkel</translation>
    </message>
</context>
<context>
    <name>ThereLine</name>
    <message>
        <source>Open in the browser</source>
        <translation>Openen in de browser</translation>
    </message>
    <message>
        <source>Changed there {when}</source>
        <translation>Gewijzigd {when}</translation>
    </message>
    <message>
        <source>No longer there since {when}</source>
        <translation>Staat daar niet meer sinds {when}</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n ster</numerusform>
            <numerusform>%n sterren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketHeader</name>
    <message>
        <source>(no subject)</source>
        <translation>(geen onderwerp)</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Afhandelen</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Heropenen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>Everything that can be done</source>
        <translation>Alles wat je kunt doen</translation>
    </message>
    <message>
        <source>no. {number}</source>
        <translation>nr. {number}</translation>
    </message>
    <message>
        <source>through {account}</source>
        <translation>via {account}</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>No message chosen</source>
        <translation>Geen bericht gekozen</translation>
    </message>
    <message>
        <source>Choose one from the list, with the mouse or with J and K.</source>
        <translation>Kies er een uit de lijst, met de muis of met J en K.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Conversation</source>
        <translation>Gesprek</translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier message(s)</source>
        <translation>
            <numerusform>%n eerder bericht tonen</numerusform>
            <numerusform>%n eerdere berichten tonen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n message(s) to do</source>
        <translation>
            <numerusform>%n bericht te doen</numerusform>
            <numerusform>%n berichten te doen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message numerus="yes">
        <source>%n to go</source>
        <translation>
            <numerusform>nog %n te gaan</numerusform>
            <numerusform>nog %n te gaan</numerusform>
        </translation>
    </message>
    <message>
        <source>Forward to</source>
        <translation>Doorsturen naar</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categorie</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioriteit</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Afdeling</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>No reaction</source>
        <translation>Geen reactie</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Doorsturen</translation>
    </message>
    <message>
        <source>Product group</source>
        <translation>Productgroep</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Beantwoorden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Ask a colleague</source>
        <translation>Collega vragen</translation>
    </message>
    <message>
        <source>Assess what came in</source>
        <translation>Beoordelen wat er binnenkwam</translation>
    </message>
    <message>
        <source>Everything is assessed</source>
        <translation>Alles is beoordeeld</translation>
    </message>
    <message>
        <source>What comes in next appears here by itself.</source>
        <translation>Wat er nog binnenkomt verschijnt hier vanzelf.</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(geen onderwerp)</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Overnemen</translation>
    </message>
</context>
<context>
    <name>Walk</name>
    <message>
        <source>Do this</source>
        <translation>Doe dit</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Kies</translation>
    </message>
    <message>
        <source>Ask a colleague</source>
        <translation>Vraag een collega</translation>
    </message>
    <message>
        <source>Send this text</source>
        <translation>Stuur deze tekst</translation>
    </message>
    <message>
        <source>Show more or less of the procedure</source>
        <translation>Meer of minder van de procedure laten zien</translation>
    </message>
    <message>
        <source>What was done so far</source>
        <translation>Wat er tot nu toe is gedaan</translation>
    </message>
    <message>
        <source>Procedure: {name}</source>
        <translation>Procedure: {name}</translation>
    </message>
    <message>
        <source>Step {number} of at least {total}</source>
        <translation>Stap {number} van minstens {total}</translation>
    </message>
    <message>
        <source>The procedure does not say what comes next</source>
        <translation>De procedure zegt niet wat er nu komt</translation>
    </message>
    <message>
        <source>Result: {text}</source>
        <translation>Resultaat: {text}</translation>
    </message>
    <message>
        <source>Done, go on</source>
        <translation>Klaar, verder</translation>
    </message>
    <message>
        <source>Ask {name} …</source>
        <translation>Vraag {name} …</translation>
    </message>
    <message>
        <source>Ask a colleague …</source>
        <translation>Vraag een collega …</translation>
    </message>
    <message>
        <source>Put it in the answer</source>
        <translation>Zet in het antwoord</translation>
    </message>
    <message>
        <source>a review of 1 or 2 stars</source>
        <translation>een review van 1 of 2 sterren</translation>
    </message>
    <message>
        <source>a review of 4 or 5 stars</source>
        <translation>een review van 4 of 5 sterren</translation>
    </message>
    <message>
        <source>high priority</source>
        <translation>hoge prioriteit</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>dringend</translation>
    </message>
    <message>
        <source>a VIP</source>
        <translation>een VIP</translation>
    </message>
    <message>
        <source>the press</source>
        <translation>de pers</translation>
    </message>
    <message>
        <source>one of many with the same trouble</source>
        <translation>een van velen met hetzelfde probleem</translation>
    </message>
    <message>
        <source>an angry customer</source>
        <translation>een boze klant</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Procedure that fits: {reasons}</source>
        <translation>Procedure die past: {reasons}</translation>
    </message>
    <message>
        <source>your rule “{name}”</source>
        <translation>je regel “{name}”</translation>
    </message>
    <message>
        <source>{signal}, by the sound of it</source>
        <translation>zo te horen {signal}</translation>
    </message>
    <message>
        <source>Step done</source>
        <translation>Stap gedaan</translation>
    </message>
    <message>
        <source>Chosen: {name}</source>
        <translation>Gekozen: {name}</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Een stap terug</translation>
    </message>
    <message>
        <source>“{title}” is done; {keys} chooses another.</source>
        <translation>“{title}” is klaar; met {keys} kies je een andere.</translation>
    </message>
    <message>
        <source>Why do you stop here?</source>
        <translation>Waarom stop je hier?</translation>
    </message>
    <message>
        <source>Or in your own words</source>
        <translation>Of in je eigen woorden</translation>
    </message>
    <message>
        <source>Procedure stopped: {name}</source>
        <translation>Procedure gestopt: {name}</translation>
    </message>
    <message>
        <source>Which procedure?</source>
        <translation>Welke procedure?</translation>
    </message>
    <message>
        <source>Name of a procedure</source>
        <translation>Naam van een procedure</translation>
    </message>
    <message>
        <source>Procedure begun: {name}</source>
        <translation>Procedure begonnen: {name}</translation>
    </message>
    <message>
        <source>Procedure finished: {outcome}</source>
        <translation>Procedure klaar: {outcome}</translation>
    </message>
    <message>
        <source>Solved in another way</source>
        <translation>Op een andere manier opgelost</translation>
    </message>
    <message>
        <source>It is another kind of case</source>
        <translation>Het is een ander soort zaak</translation>
    </message>
    <message>
        <source>The customer does not answer any more</source>
        <translation>De klant antwoordt niet meer</translation>
    </message>
    <message>
        <source>The procedure does not fit</source>
        <translation>De procedure past niet</translation>
    </message>
</context>
<context>
    <name>Webform</name>
    <message>
        <source>Where shall the form be saved?</source>
        <translation>Waar moet het formulier worden opgeslagen?</translation>
    </message>
    <message>
        <source>Saved in {folder}: {names}</source>
        <translation>Opgeslagen in {folder}: {names}</translation>
    </message>
    <message>
        <source>Write a whole address, such as info@your-website.nl.</source>
        <translation>Schrijf een volledig adres, zoals info@jouw-website.nl.</translation>
    </message>
    <message>
        <source>Write what the firm is called.</source>
        <translation>Schrijf hoe de zaak heet.</translation>
    </message>
    <message>
        <source>Write the whole address of the page, with https://.</source>
        <translation>Schrijf het volledige adres van de pagina, met https://.</translation>
    </message>
    <message>
        <source>Contact form for your website</source>
        <translation>Contactformulier voor je website</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Kies een map…</translation>
    </message>
    <message>
        <source>Balie saves the form in Dutch and in English, and a small program (PHP) that mails what is filled in. Put the files on your web hosting, or give them to your web builder. What customers fill in then comes in here as a message.</source>
        <translation>Balie bewaart het formulier in het Nederlands en in het Engels, met een klein programma (PHP) dat mailt wat is ingevuld. Zet de bestanden op je webhosting, of geef ze aan je webbouwer. Wat klanten invullen komt dan hier binnen als bericht.</translation>
    </message>
    <message>
        <source>your-website.nl</source>
        <translation>jouw-website.nl</translation>
    </message>
    <message>
        <source>Not needed; begins with https://</source>
        <translation>Niet nodig; begint met https://</translation>
    </message>
    <message>
        <source>Name of the firm</source>
        <translation>Naam van de zaak</translation>
    </message>
    <message>
        <source>Its mails go to</source>
        <translation>De mails gaan naar</translation>
    </message>
    <message>
        <source>The website sends from</source>
        <translation>De website verstuurt vanaf</translation>
    </message>
    <message>
        <source>Page about privacy</source>
        <translation>Pagina over privacy</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Waiting for colleague</source>
        <translation>Wacht op collega</translation>
    </message>
    <message>
        <source>Waiting for customer</source>
        <translation>Wacht op klant</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwoord</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Afgehandeld</translation>
    </message>
    <message>
        <source>No reaction needed</source>
        <translation>Geen reactie nodig</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>It is your turn</source>
        <translation>Jij bent aan zet</translation>
    </message>
    <message>
        <source>Your turn, later</source>
        <translation>Jij bent aan zet, later</translation>
    </message>
    <message>
        <source>It is a colleague&apos;s turn</source>
        <translation>Een collega is aan zet</translation>
    </message>
    <message>
        <source>It is the customer&apos;s turn</source>
        <translation>De klant is aan zet</translation>
    </message>
    <message>
        <source>Nobody has to do anything</source>
        <translation>Niemand hoeft iets te doen</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Laag</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normaal</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoog</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Dringend</translation>
    </message>
    <message>
        <source>first reaction</source>
        <translation>eerste reactie</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>antwoord</translation>
    </message>
    <message>
        <source>next reply</source>
        <translation>vervolgantwoord</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Wacht op versturen</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Wordt verstuurd</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Verstuurd</translation>
    </message>
    <message>
        <source>Not sure whether it was sent</source>
        <translation>Niet zeker of het is verstuurd</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Niet verstuurd</translation>
    </message>
    <message>
        <source>Taken out of the outbox</source>
        <translation>Uit de uitgaande post gehaald</translation>
    </message>
    <message>
        <source>Automatic reply</source>
        <translation>Automatisch antwoord</translation>
    </message>
    <message>
        <source>Delivery report</source>
        <translation>Bezorgmelding</translation>
    </message>
    <message>
        <source>Read receipt</source>
        <translation>Leesbevestiging</translation>
    </message>
    <message>
        <source>Mailing list</source>
        <translation>Mailinglijst</translation>
    </message>
    <message>
        <source>Automatic message</source>
        <translation>Automatisch bericht</translation>
    </message>
    <message>
        <source>Not fetched yet</source>
        <translation>Nog niet opgehaald</translation>
    </message>
    <message>
        <source>Fetching messages</source>
        <translation>Haalt berichten op</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Werkt</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Geen verbinding</translation>
    </message>
    <message>
        <source>Needs your attention</source>
        <translation>Vraagt je aandacht</translation>
    </message>
    <message>
        <source>type</source>
        <translation>soort</translation>
    </message>
    <message>
        <source>product group</source>
        <translation>productgroep</translation>
    </message>
    <message>
        <source>assessed</source>
        <translation>beoordeeld</translation>
    </message>
    <message>
        <source>forwarded</source>
        <translation>doorgestuurd</translation>
    </message>
    <message>
        <source>what the customer means to the firm</source>
        <translation>wat de klant voor de zaak betekent</translation>
    </message>
    <message>
        <source>a rule</source>
        <translation>een regel</translation>
    </message>
    <message>
        <source>a rule changed</source>
        <translation>een regel gewijzigd</translation>
    </message>
    <message>
        <source>a rule taken out</source>
        <translation>een regel weggehaald</translation>
    </message>
    <message>
        <source>a rule moved</source>
        <translation>een regel verplaatst</translation>
    </message>
    <message>
        <source>a text changed</source>
        <translation>een tekst gewijzigd</translation>
    </message>
    <message>
        <source>a text thrown away</source>
        <translation>een tekst weggegooid</translation>
    </message>
    <message>
        <source>the order of the texts</source>
        <translation>de volgorde van de teksten</translation>
    </message>
    <message>
        <source>a page of the handbook changed</source>
        <translation>een pagina van het handboek gewijzigd</translation>
    </message>
    <message>
        <source>a page of the handbook thrown away</source>
        <translation>een pagina van het handboek weggegooid</translation>
    </message>
    <message>
        <source>pages brought into the handbook</source>
        <translation>pagina&apos;s in het handboek gezet</translation>
    </message>
    <message>
        <source>the starter handbook brought in</source>
        <translation>het starthandboek erin gezet</translation>
    </message>
    <message>
        <source>procedure begun</source>
        <translation>procedure begonnen</translation>
    </message>
    <message>
        <source>a step done</source>
        <translation>een stap gedaan</translation>
    </message>
    <message>
        <source>a choice made</source>
        <translation>een keuze gemaakt</translation>
    </message>
    <message>
        <source>a step back</source>
        <translation>een stap terug</translation>
    </message>
    <message>
        <source>procedure stopped</source>
        <translation>procedure gestopt</translation>
    </message>
    <message>
        <source>a case kept in the handbook</source>
        <translation>een bericht vastgelegd in het handboek</translation>
    </message>
    <message>
        <source>a page that goes with it</source>
        <translation>een bladzijde die erbij hoort</translation>
    </message>
    <message>
        <source>a page that does not go with it</source>
        <translation>een bladzijde die er niet bij hoort</translation>
    </message>
    <message>
        <source>when a question comes back too often</source>
        <translation>wanneer een vraag te vaak terugkomt</translation>
    </message>
    <message>
        <source>the log of what was posted changed</source>
        <translation>wat geplaatst is veranderd</translation>
    </message>
    <message>
        <source>an entry of what was posted thrown away</source>
        <translation>iets wat geplaatst is weggegooid</translation>
    </message>
    <message>
        <source>a step of the checklist for publishing</source>
        <translation>een stap van de checklist voor plaatsen</translation>
    </message>
    <message>
        <source>a statement changed</source>
        <translation>een lijn veranderd</translation>
    </message>
    <message>
        <source>a statement withdrawn</source>
        <translation>een lijn ingetrokken</translation>
    </message>
    <message>
        <source>a statement thrown away</source>
        <translation>een lijn weggegooid</translation>
    </message>
    <message>
        <source>an inform list changed</source>
        <translation>een informeerlijst veranderd</translation>
    </message>
    <message>
        <source>an inform list thrown away</source>
        <translation>een informeerlijst weggegooid</translation>
    </message>
    <message>
        <source>who was told</source>
        <translation>wie is ingelicht</translation>
    </message>
    <message>
        <source>what to do about a question that comes back</source>
        <translation>wat er met een terugkerende vraag gebeurt</translation>
    </message>
    <message>
        <source>an article for a question that comes back</source>
        <translation>een artikel voor een vraag die terugkomt</translation>
    </message>
    <message>
        <source>a question that comes back, done</source>
        <translation>een terugkerende vraag, klaar</translation>
    </message>
    <message>
        <source>a question that comes back, left</source>
        <translation>een terugkerende vraag, zo gelaten</translation>
    </message>
    <message>
        <source>a question that comes back, open again</source>
        <translation>een terugkerende vraag, weer open</translation>
    </message>
    <message>
        <source>a decision written down</source>
        <translation>een besluit vastgelegd</translation>
    </message>
    <message>
        <source>a briefing begun</source>
        <translation>een briefing begonnen</translation>
    </message>
    <message>
        <source>a briefing changed</source>
        <translation>een briefing gewijzigd</translation>
    </message>
    <message>
        <source>a briefing published</source>
        <translation>een briefing gepubliceerd</translation>
    </message>
    <message>
        <source>a briefing thrown away</source>
        <translation>een briefing weggegooid</translation>
    </message>
    <message>
        <source>who has read a briefing</source>
        <translation>wie een briefing gelezen heeft</translation>
    </message>
    <message>
        <source>the list of a new colleague</source>
        <translation>de lijst van een nieuwe collega</translation>
    </message>
    <message>
        <source>what a new colleague has done</source>
        <translation>wat een nieuwe collega gedaan heeft</translation>
    </message>
    <message>
        <source>a macro</source>
        <translation>een macro</translation>
    </message>
    <message>
        <source>a macro changed</source>
        <translation>een macro gewijzigd</translation>
    </message>
    <message>
        <source>a macro thrown away</source>
        <translation>een macro weggegooid</translation>
    </message>
    <message>
        <source>the order of the macros</source>
        <translation>de volgorde van de macro’s</translation>
    </message>
    <message>
        <source>a list made longer</source>
        <translation>een lijst aangevuld</translation>
    </message>
    <message>
        <source>a name in a list</source>
        <translation>een naam in een lijst</translation>
    </message>
    <message>
        <source>the order of a list</source>
        <translation>de volgorde van een lijst</translation>
    </message>
    <message>
        <source>a list made shorter</source>
        <translation>een lijst ingekort</translation>
    </message>
    <message>
        <source>incident opened</source>
        <translation>incident geopend</translation>
    </message>
    <message>
        <source>put under an incident</source>
        <translation>onder een incident gezet</translation>
    </message>
    <message>
        <source>taken out of its incident</source>
        <translation>uit het incident gehaald</translation>
    </message>
    <message>
        <source>how an incident stands</source>
        <translation>stand van een incident</translation>
    </message>
    <message>
        <source>incident closed</source>
        <translation>incident afgesloten</translation>
    </message>
    <message>
        <source>incident opened again</source>
        <translation>incident heropend</translation>
    </message>
    <message>
        <source>the public line</source>
        <translation>de openbare regel</translation>
    </message>
    <message>
        <source>the private message</source>
        <translation>het privébericht</translation>
    </message>
    <message>
        <source>the closing public line</source>
        <translation>de afsluitende openbare regel</translation>
    </message>
    <message>
        <source>what was said elsewhere</source>
        <translation>wat elders gezegd is</translation>
    </message>
    <message>
        <source>one answer to many</source>
        <translation>één antwoord aan velen</translation>
    </message>
    <message>
        <source>the first reaction</source>
        <translation>de eerste reactie</translation>
    </message>
    <message>
        <source>the later promise</source>
        <translation>de latere belofte</translation>
    </message>
    <message>
        <source>the promise</source>
        <translation>de belofte</translation>
    </message>
    <message>
        <source>that the promise was kept</source>
        <translation>dat de belofte is nagekomen</translation>
    </message>
    <message>
        <source>the question</source>
        <translation>de vraag</translation>
    </message>
    <message>
        <source>the note of the call</source>
        <translation>de belnotitie</translation>
    </message>
    <message>
        <source>the note of the talk</source>
        <translation>de notitie van het gesprek</translation>
    </message>
    <message>
        <source>the note of your answer</source>
        <translation>de notitie van je antwoord</translation>
    </message>
    <message>
        <source>no longer waiting for an answer</source>
        <translation>niet meer op antwoord wachten</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>akkoord</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>niet akkoord</translation>
    </message>
    <message>
        <source>the new colleague</source>
        <translation>de nieuwe collega</translation>
    </message>
    <message>
        <source>the change to a colleague</source>
        <translation>de wijziging van een collega</translation>
    </message>
    <message>
        <source>colleague taken out</source>
        <translation>collega verwijderd</translation>
    </message>
    <message>
        <source>whom to ask first</source>
        <translation>wie eerst gevraagd wordt</translation>
    </message>
    <message>
        <source>opening hours</source>
        <translation>openingstijden</translation>
    </message>
    <message>
        <source>evening hours</source>
        <translation>avondtijden</translation>
    </message>
    <message>
        <source>hours of a date</source>
        <translation>tijden van een datum</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>feestdag</translation>
    </message>
    <message>
        <source>country of the holidays</source>
        <translation>land van de feestdagen</translation>
    </message>
    <message>
        <source>plan added</source>
        <translation>plan toegevoegd</translation>
    </message>
    <message>
        <source>plan changed</source>
        <translation>plan gewijzigd</translation>
    </message>
    <message>
        <source>plan taken out</source>
        <translation>plan verwijderd</translation>
    </message>
    <message>
        <source>how you write</source>
        <translation>hoe je schrijft</translation>
    </message>
    <message>
        <source>when colleagues are reminded</source>
        <translation>wanneer collega&apos;s worden herinnerd</translation>
    </message>
    <message>
        <source>what stars say</source>
        <translation>wat sterren zeggen</translation>
    </message>
    <message>
        <source>when something is suggested</source>
        <translation>wanneer iets wordt voorgesteld</translation>
    </message>
    <message>
        <source>whose mails are recognised</source>
        <translation>welke platforms worden herkend</translation>
    </message>
    <message>
        <source>say how it ended</source>
        <translation>zeg hoe het afliep</translation>
    </message>
    <message>
        <source>a promise to the customer is open</source>
        <translation>er staat nog een belofte aan de klant open</translation>
    </message>
    <message>
        <source>a colleague was asked and has not answered</source>
        <translation>een collega heeft nog niet geantwoord</translation>
    </message>
    <message>
        <source>a procedure is not walked to its end</source>
        <translation>een procedure is nog niet helemaal doorlopen</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>procedure</translation>
    </message>
    <message>
        <source>text</source>
        <translation>tekst</translation>
    </message>
    <message>
        <source>procedure that is being walked</source>
        <translation>procedure die wordt doorlopen</translation>
    </message>
    <message>
        <source>page</source>
        <translation>pagina</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>besluit</translation>
    </message>
    <message>
        <source>briefing</source>
        <translation>briefing</translation>
    </message>
    <message>
        <source>list of a new colleague</source>
        <translation>lijst van een nieuwe collega</translation>
    </message>
    <message>
        <source>line of the list</source>
        <translation>regel van de lijst</translation>
    </message>
    <message>
        <source>an answer did not arrive, or may not have</source>
        <translation>een antwoord is niet of misschien niet aangekomen</translation>
    </message>
    <message>
        <source>colleague</source>
        <translation>collega</translation>
    </message>
    <message>
        <source>question to a colleague</source>
        <translation>vraag aan een collega</translation>
    </message>
    <message>
        <source>deputy</source>
        <translation>vervanger</translation>
    </message>
    <message>
        <source>date</source>
        <translation>datum</translation>
    </message>
    <message>
        <source>country</source>
        <translation>land</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>kanaal</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>klant</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>plan</translation>
    </message>
    <message>
        <source>weekday</source>
        <translation>weekdag</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>reden</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>regel</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>voorwaarde</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>gevolg</translation>
    </message>
    <message>
        <source>influence</source>
        <translation>invloed</translation>
    </message>
    <message>
        <source>It could not be delivered to {recipient} ({status}). Check the address or the number.</source>
        <translation>Het kon niet bij {recipient} worden bezorgd ({status}). Controleer het adres of het nummer.</translation>
    </message>
    <message>
        <source>Connect {account} again to send it, or take the answer back.</source>
        <translation>Koppel {account} opnieuw om het te versturen, of neem het antwoord terug.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>Sms</translation>
    </message>
    <message>
        <source>Google reviews</source>
        <translation>Google-reviews</translation>
    </message>
    <message>
        <source>Mentions on the web</source>
        <translation>Vermeldingen op het web</translation>
    </message>
    <message>
        <source>Contact form</source>
        <translation>Contactformulier</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>In the shop</source>
        <translation>In de winkel</translation>
    </message>
    <message>
        <source>message</source>
        <translation>bericht</translation>
    </message>
    <message>
        <source>message in the outbox</source>
        <translation>bericht in de uitgaande post</translation>
    </message>
    <message>
        <source>quarantined item</source>
        <translation>apart gezet bericht</translation>
    </message>
    <message>
        <source>account</source>
        <translation>account</translation>
    </message>
    <message>
        <source>state</source>
        <translation>status</translation>
    </message>
    <message>
        <source>category</source>
        <translation>categorie</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>prioriteit</translation>
    </message>
    <message>
        <source>department</source>
        <translation>afdeling</translation>
    </message>
    <message>
        <source>done</source>
        <translation>afgehandeld</translation>
    </message>
    <message>
        <source>opened again</source>
        <translation>heropend</translation>
    </message>
    <message>
        <source>no reaction needed</source>
        <translation>geen reactie nodig</translation>
    </message>
    <message>
        <source>spam</source>
        <translation>spam</translation>
    </message>
    <message>
        <source>waiting for the customer</source>
        <translation>wacht op klant</translation>
    </message>
    <message>
        <source>waiting for a colleague</source>
        <translation>wacht op collega</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwoord</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>naar later</translation>
    </message>
    <message>
        <source>label put on</source>
        <translation>label toegevoegd</translation>
    </message>
    <message>
        <source>label taken off</source>
        <translation>label weggehaald</translation>
    </message>
    <message>
        <source>put together</source>
        <translation>samengevoegd</translation>
    </message>
    <message>
        <source>split</source>
        <translation>gesplitst</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>gekoppeld</translation>
    </message>
    <message>
        <source>link removed</source>
        <translation>koppeling weggehaald</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>het antwoord</translation>
    </message>
    <message>
        <source>the note</source>
        <translation>de notitie</translation>
    </message>
    <message>
        <source>the window</source>
        <translation>het venster</translation>
    </message>
    <message>
        <source>the command line</source>
        <translation>de opdrachtregel</translation>
    </message>
    <message>
        <source>fetching on the command line</source>
        <translation>ophalen met de opdrachtregel</translation>
    </message>
    <message>
        <source>sending on the command line</source>
        <translation>versturen met de opdrachtregel</translation>
    </message>
    <message>
        <source>an import</source>
        <translation>een import</translation>
    </message>
    <message>
        <source>The connection broke while it was being sent, so it may or may not have gone out.</source>
        <translation>De verbinding brak tijdens het versturen, dus het kan wel of niet zijn weggegaan.</translation>
    </message>
    <message>
        <source>Balie was stopped while it was being sent, so it may or may not have gone out.</source>
        <translation>Balie werd gestopt tijdens het versturen, dus het kan wel of niet zijn weggegaan.</translation>
    </message>
    <message>
        <source>Something went wrong ({code}).</source>
        <translation>Er ging iets mis ({code}).</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>Now: {name}</source>
        <translation>Nu: {name}</translation>
    </message>
    <message>
        <source>Out of sight until</source>
        <translation>Uit het zicht tot</translation>
    </message>
    <message>
        <source>Or in your own words: vrijdag 9u, in 2 hours, 5 dec</source>
        <translation>Of in je eigen woorden: vrijdag 9u, over 2 uur, 5 dec</translation>
    </message>
    <message>
        <source>Asleep until {moment}</source>
        <translation>Weg tot {moment}</translation>
    </message>
    <message>
        <source>The customer hears that you have it, and when he hears from you</source>
        <translation>De klant hoort dat je het hebt, en wanneer hij van je hoort</translation>
    </message>
    <message>
        <source>The customer hears that you have it</source>
        <translation>De klant hoort dat je het hebt</translation>
    </message>
    <message>
        <source>The customer hears that it takes longer</source>
        <translation>De klant hoort dat het langer duurt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Choose a label, or type a new one</source>
        <translation>Kies een label, of typ een nieuw</translation>
    </message>
    <message>
        <source>Label off: {name}</source>
        <translation>Label weg: {name}</translation>
    </message>
    <message>
        <source>Label: {name}</source>
        <translation>Label: {name}</translation>
    </message>
    <message>
        <source>Put together with</source>
        <translation>Samenvoegen met</translation>
    </message>
    <message>
        <source>Put together into one</source>
        <translation>Samengevoegd tot één</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Hoort bij</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Gekoppeld</translation>
    </message>
    <message>
        <source>Search by customer, subject or number</source>
        <translation>Zoek op klant, onderwerp of nummer</translation>
    </message>
    <message>
        <source>This is a conversation of its own now</source>
        <translation>Dit is nu een eigen gesprek</translation>
    </message>
    <message>
        <source>Copied as text</source>
        <translation>Gekopieerd als tekst</translation>
    </message>
    <message>
        <source>Copied: {text}</source>
        <translation>Gekopieerd: {text}</translation>
    </message>
    <message>
        <source>or until the customer writes</source>
        <translation>of tot de klant schrijft</translation>
    </message>
    <message>
        <source>also when the customer writes</source>
        <translation>ook als de klant schrijft</translation>
    </message>
    <message>
        <source>New label “{name}”</source>
        <translation>Nieuw label “{name}”</translation>
    </message>
</context>
<context>
    <name>Writer</name>
    <message>
        <source>Your answer goes out. This stays open: an earlier answer did not arrive</source>
        <translation>Je antwoord gaat weg. Dit blijft open: een eerder antwoord kwam niet aan</translation>
    </message>
    <message>
        <source>Your answer goes out. This stays open: an earlier answer may not have arrived</source>
        <translation>Je antwoord gaat weg. Dit blijft open: van een eerder antwoord is niet zeker of het aankwam</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>Notitie bewaard</translation>
    </message>
    <message>
        <source>Your answer goes out. Promised until {moment}</source>
        <translation>Je antwoord gaat weg. Beloofd tot {moment}</translation>
    </message>
    <message>
        <source>Your answer goes out {moment}</source>
        <translation>Je antwoord gaat {moment} weg</translation>
    </message>
    <message>
        <source>Your answer goes out, and this is done</source>
        <translation>Je antwoord gaat weg, en dit is afgehandeld</translation>
    </message>
    <message>
        <source>Your answer goes out</source>
        <translation>Je antwoord gaat weg</translation>
    </message>
    <message>
        <source>Looking for it in the mailbox</source>
        <translation>Wordt opgezocht in de mailbox</translation>
    </message>
</context>
<context>
    <name>channels</name>
    <message>
        <source>Direct messages on Mastodon are not encrypted: the people who run the servers can read them. Everybody who is mentioned in one gets it. Only pictures can go along.</source>
        <translation>Privéberichten op Mastodon zijn niet versleuteld: de beheerders van de servers kunnen ze lezen. Iedereen die erin wordt vermeld, krijgt het bericht. Alleen foto&apos;s kunnen mee.</translation>
    </message>
    <message>
        <source>Telegram takes one file per message, with at most 1,024 characters beside it. What was sent cannot be looked up there afterwards.</source>
        <translation>Telegram neemt één bestand per bericht, met hoogstens 1.024 tekens erbij. Wat verstuurd is, kan daar niet meer worden opgezocht.</translation>
    </message>
    <message>
        <source>A mention cannot be answered from here: it opens in the browser, and you answer on the page itself.</source>
        <translation>Een vermelding kun je niet vanaf hier beantwoorden: ze opent in de browser en je antwoordt op de pagina zelf.</translation>
    </message>
    <message>
        <source>Kiyoh takes text only, in public or for the customer alone.</source>
        <translation>Kiyoh neemt alleen tekst aan, openbaar of alleen voor de klant.</translation>
    </message>
    <message>
        <source>An answer to a comment can be read by everybody; keep it below 300 characters. In private you can write once about a comment, within 7 days. A direct message is answered within 24 hours after the customer&apos;s last one, in at most 1,000 bytes. No files.</source>
        <translation>Een antwoord op een reactie kan iedereen lezen; houd het onder de 300 tekens. Privé kun je één keer over een reactie schrijven, binnen 7 dagen. Een privébericht beantwoord je binnen 24 uur na het laatste van de klant, in hoogstens 1.000 bytes. Geen bestanden.</translation>
    </message>
    <message>
        <source>A text message has 160 characters, or 70 when there is an emoji, a curly quote or an ë, ï, á or ç in it. A longer text goes as several, at most ten, and each is paid for. Files do not go along.</source>
        <translation>Een sms’je telt 160 tekens, of 70 als er een emoji, een gekruld aanhalingsteken of een ë, ï, á of ç in staat. Een langere tekst gaat als meerdere weg, hoogstens tien, en elk daarvan kost geld. Bestanden kunnen niet mee.</translation>
    </message>
    <message>
        <source>WhatsApp takes an answer until 24 hours after the customer&apos;s last message. After that, call or mail, or ask to be written to again. At most 1,600 characters, no files.</source>
        <translation>WhatsApp neemt een antwoord aan tot 24 uur na het laatste bericht van de klant. Bel of mail daarna, of vraag of de klant je weer schrijft. Hoogstens 1.600 tekens, geen bestanden.</translation>
    </message>
    <message>
        <source>A review takes one answer, which everybody can read; a new one replaces it. Google looks at it before it is shown. Do not ask for an order number or an address here.</source>
        <translation>Een beoordeling krijgt één antwoord, dat iedereen kan lezen; een nieuw antwoord vervangt het. Google bekijkt het voor het zichtbaar wordt. Vraag hier niet om een bestelnummer of adres.</translation>
    </message>
    <message>
        <source>YouTube has no private messages and takes no files: everybody can read this reply. Do not ask for an order number or an address here.</source>
        <translation>YouTube heeft geen privéberichten en neemt geen bestanden aan: iedereen kan dit antwoord lezen. Vraag hier niet om een bestelnummer of adres.</translation>
    </message>
    <message>
        <source>Everybody reads an answer on Facebook. A comment can be answered once in private, within 7 days and with text only; after that the customer has to write first. One picture can go along in public.</source>
        <translation>Een antwoord op Facebook leest iedereen. Op een reactie kun je één keer privé antwoorden, binnen 7 dagen en met alleen tekst; daarna moet de klant eerst schrijven. Openbaar kan één afbeelding mee.</translation>
    </message>
    <message>
        <source>Messenger takes an answer within 24 hours after the customer wrote last; after that only he can go on. A file goes as a message of its own, without text.</source>
        <translation>Messenger neemt een antwoord aan tot 24 uur nadat de klant voor het laatst schreef; daarna kan alleen de klant verder. Een bestand gaat als apart bericht, zonder tekst.</translation>
    </message>
    <message>
        <source>WhatsApp takes an answer until 24 hours after the customer&apos;s last message, and one file per message, with at most 1,024 characters beside it.</source>
        <translation>WhatsApp neemt een antwoord aan tot 24 uur na het laatste bericht van de klant, en één bestand per bericht, met hoogstens 1.024 tekens erbij.</translation>
    </message>
    <message>
        <source>Trustpilot takes one answer to a review: text only, for all to read.</source>
        <translation>Trustpilot neemt één antwoord op een review: alleen tekst, voor iedereen te lezen.</translation>
    </message>
    <message>
        <source>X takes an answer only to a post in which its author mentions or quotes you; other posts you answer in the browser. It costs about a cent, and 20 cents with a link in it.</source>
        <translation>X neemt alleen een antwoord aan op een bericht waarin de schrijver jou noemt of citeert; op andere antwoord je in de browser. Het kost ongeveer een cent, en 20 cent als er een link in staat.</translation>
    </message>
    <message>
        <source>This was said by phone or in the shop, so nothing can be sent from here: ring back, and log what was said.</source>
        <translation>Dit is gezegd aan de telefoon of in de winkel, dus vanaf hier kan niets worden verstuurd: bel terug en leg vast wat er is gezegd.</translation>
    </message>
    <message>
        <source>This platform only told us by mail. Open the message in the browser, answer on the page itself, and log what you wrote.</source>
        <translation>Dit platform liet het alleen per mail weten. Open het bericht in de browser, antwoord op de pagina zelf en leg vast wat je schreef.</translation>
    </message>
    <message>
        <source>Everybody can read an answer to a post. Nothing can be changed afterwards. Not everyone takes direct messages; Bluesky says so when it is sent.</source>
        <translation>Iedereen kan een antwoord op een bericht lezen. Achteraf is niets te wijzigen. Niet iedereen ontvangt privéberichten; dat meldt Bluesky bij het verzenden.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Something needs your attention.</source>
        <translation>Iets vraagt je aandacht.</translation>
    </message>
    <message>
        <source>There is no {what} {name}.</source>
        <translation>Er is geen {what} {name}.</translation>
    </message>
    <message>
        <source>This is the example firm. Connect accounts and import mail in your own messages.</source>
        <translation>Dit is het voorbeeldbedrijf. Koppel accounts en importeer mail in je eigen berichten.</translation>
    </message>
    <message>
        <source>“{value}” is not a {field}. Choose one of: {choices}.</source>
        <translation>“{value}” is geen {field}. Kies uit: {choices}.</translation>
    </message>
    <message>
        <source>A message that is {state} cannot become {wanted}.</source>
        <translation>Een bericht dat {state} is, kan niet {wanted} worden.</translation>
    </message>
    <message>
        <source>No. {number} cannot be done yet: {missing}.</source>
        <translation>Nr. {number} kan nog niet klaar zijn: {missing}.</translation>
    </message>
    <message>
        <source>There is no text to send yet.</source>
        <translation>Er is nog geen tekst om te versturen.</translation>
    </message>
    <message>
        <source>Balie does not send a password to {host} over an open line. Choose TLS or STARTTLS.</source>
        <translation>Balie stuurt geen wachtwoord naar {host} over een open verbinding. Kies TLS of STARTTLS.</translation>
    </message>
    <message>
        <source>{server} does not accept the sign-in of {account}. Enter the password or sign in again; until then no messages come in from there. Balie tries again in half an hour.</source>
        <translation>{server} accepteert de aanmelding van {account} niet. Vul het wachtwoord in of meld je opnieuw aan; tot dan komen daar geen berichten vandaan. Balie probeert het over een half uur opnieuw.</translation>
    </message>
    <message>
        <source>{account} may not {what}: the right is missing.</source>
        <translation>{account} mag dit niet ({what}): het recht ontbreekt.</translation>
    </message>
    <message>
        <source>Google has not let the Cloud project of {account} use the Business Profile APIs yet. Ask for it with the form “Application for Basic API Access”. Until then reviews come in by the e-mail that Google sends of each.</source>
        <translation>Google heeft het Cloud-project van {account} nog niet toegelaten tot de Business Profile-API&apos;s. Vraag daarom met het formulier ‘Application for Basic API Access’. Tot dan komen beoordelingen binnen met de e-mail die Google over elke stuurt.</translation>
    </message>
    <message>
        <source>{server} does not allow this: {detail}</source>
        <translation>{server} staat dit niet toe: {detail}</translation>
    </message>
    <message>
        <source>Nothing can be sent to {server} from here. Open the message in the browser and answer on the page itself.</source>
        <translation>Naar {server} kan vanaf hier niets worden verstuurd. Open het bericht in de browser en antwoord op de pagina zelf.</translation>
    </message>
    <message>
        <source>The time in which {server} takes an answer is over.</source>
        <translation>De tijd waarin {server} een antwoord aanneemt is voorbij.</translation>
    </message>
    <message>
        <source>{what} is no longer at {server}.</source>
        <translation>{what} staat niet meer bij {server}.</translation>
    </message>
    <message>
        <source>{server} cannot deliver to {recipient}: {detail}. Check the address.</source>
        <translation>{server} kan niet bezorgen bij {recipient}: {detail}. Controleer het adres.</translation>
    </message>
    <message>
        <source>This was already answered at {server}.</source>
        <translation>Dit is bij {server} al beantwoord.</translation>
    </message>
    <message>
        <source>{server} does not take this message: {detail}</source>
        <translation>{server} neemt dit bericht niet aan: {detail}</translation>
    </message>
    <message>
        <source>{server} asks to wait a little.</source>
        <translation>{server} vraagt om even te wachten.</translation>
    </message>
    <message>
        <source>{server} says that the quota of {account} is used up.</source>
        <translation>{server} meldt dat de ruimte van {account} op is.</translation>
    </message>
    <message>
        <source>{server} has restricted {account}: {detail}</source>
        <translation>{server} heeft {account} beperkt: {detail}</translation>
    </message>
    <message>
        <source>{server} has a problem at the moment ({detail}). Balie tries again by itself.</source>
        <translation>{server} heeft nu een probleem ({detail}). Balie probeert het vanzelf opnieuw.</translation>
    </message>
    <message>
        <source>The connection broke while {server} took the message, so it may or may not have gone out.</source>
        <translation>De verbinding brak terwijl {server} het bericht aannam, dus het kan wel of niet zijn weggegaan.</translation>
    </message>
    <message>
        <source>{server} gave an answer Balie does not understand: {detail}</source>
        <translation>{server} gaf een antwoord dat Balie niet begrijpt: {detail}</translation>
    </message>
    <message>
        <source>{server} cannot be reached ({detail}). What you write is kept and goes out when it can.</source>
        <translation>{server} is niet bereikbaar ({detail}). Wat je schrijft wordt bewaard en gaat weg zodra het kan.</translation>
    </message>
    <message>
        <source>{server} could not prove that it is {host} ({detail}). Nothing was sent to it, not even the password.</source>
        <translation>{server} kon niet bewijzen dat het {host} is ({detail}). Er is niets heen gestuurd, ook het wachtwoord niet.</translation>
    </message>
    <message>
        <source>The mail servers of {address} could not be found. Fill them in by hand.</source>
        <translation>De mailservers van {address} zijn niet gevonden. Vul ze met de hand in.</translation>
    </message>
    <message>
        <source>This computer has no safe place for Balie&apos;s key, such as a keychain or wallet. Choose a passphrase instead, or open existing messages with your recovery key.</source>
        <translation>Deze computer heeft geen veilige plek voor de sleutel van Balie, zoals een sleutelhanger of wallet. Kies een wachtzin, of open bestaande berichten met je herstelsleutel.</translation>
    </message>
    <message>
        <source>The place where this computer keeps passwords is locked, so Balie cannot get its key. Unlock it and try again, or use your recovery key.</source>
        <translation>De plek waar deze computer wachtwoorden bewaart is op slot, dus Balie kan niet bij zijn sleutel. Haal hem van het slot en probeer het opnieuw, of gebruik je herstelsleutel.</translation>
    </message>
    <message>
        <source>This computer did not let Balie use the place where it keeps passwords. Try again and allow it, or use your recovery key.</source>
        <translation>Deze computer liet Balie niet bij de plek waar hij wachtwoorden bewaart. Probeer het opnieuw en sta het toe, of gebruik je herstelsleutel.</translation>
    </message>
    <message>
        <source>The place where this computer keeps passwords gave no answer within {seconds} seconds. Look for a window that asks for your password, then try again.</source>
        <translation>De plek waar deze computer wachtwoorden bewaart gaf binnen {seconds} seconden geen antwoord. Zoek een venster dat om je wachtwoord vraagt en probeer het dan opnieuw.</translation>
    </message>
    <message>
        <source>Balie&apos;s key is no longer among the passwords of this computer ({backend}). Your messages are untouched: open them with your recovery key.</source>
        <translation>De sleutel van Balie staat niet meer bij de wachtwoorden van deze computer ({backend}). Je berichten zijn onaangeroerd: open ze met je herstelsleutel.</translation>
    </message>
    <message>
        <source>Balie&apos;s key was put in {used}, but this computer now uses {found}. Your messages are untouched: switch back to {used}, or open them with your recovery key.</source>
        <translation>De sleutel van Balie staat in {used}, maar deze computer gebruikt nu {found}. Je berichten zijn onaangeroerd: ga terug naar {used}, of open ze met je herstelsleutel.</translation>
    </message>
    <message>
        <source>The place where this computer keeps passwords reports a fault ({reason}). Start the computer again, or use your recovery key.</source>
        <translation>De plek waar deze computer wachtwoorden bewaart meldt een fout ({reason}). Start de computer opnieuw, of gebruik je herstelsleutel.</translation>
    </message>
    <message>
        <source>Another program is using Balie&apos;s messages, so this could not be saved. Nothing is lost: close the other program or try again in a moment.</source>
        <translation>Een ander programma gebruikt de berichten van Balie, dus dit kon niet worden bewaard. Er is niets verloren: sluit het andere programma of probeer het zo weer.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing new can be saved. Everything saved before is safe: free some space on the disk and try again.</source>
        <translation>De schijf is vol, dus er kan niets nieuws worden bewaard. Wat al bewaard was is veilig: maak ruimte op de schijf en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The disk could not be read or written, so this was not saved. Check that there is space left and that the disk is healthy, and copy your backups to another disk.</source>
        <translation>De schijf kon niet worden gelezen of beschreven, dus dit is niet bewaard. Kijk of er ruimte is en of de schijf gezond is, en kopieer je back-ups naar een andere schijf.</translation>
    </message>
    <message>
        <source>Balie is not allowed to write in its own folder, so nothing can be saved. Give your user account permission to write there and try again.</source>
        <translation>Balie mag niet schrijven in zijn eigen map, dus er kan niets worden bewaard. Geef je gebruikersaccount schrijfrechten en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The file with your messages is damaged or does not belong to this profile. Nothing was changed: put back a backup, and keep the damaged file.</source>
        <translation>Het bestand met je berichten is beschadigd of hoort niet bij dit profiel. Er is niets veranderd: zet een back-up terug en bewaar het beschadigde bestand.</translation>
    </message>
    <message>
        <source>The key that this computer keeps for Balie belongs to other messages. Your messages are untouched: open them with your recovery key.</source>
        <translation>De sleutel die deze computer voor Balie bewaart hoort bij andere berichten. Je berichten zijn onaangeroerd: open ze met je herstelsleutel.</translation>
    </message>
    <message>
        <source>The file with your messages, {file}, is gone. Balie does not start an empty one in its place: put the file back where it was, or put back a backup.</source>
        <translation>Het bestand met je berichten, {file}, is weg. Balie begint niet zomaar een leeg bestand: zet het terug waar het stond, of zet een back-up terug.</translation>
    </message>
    <message>
        <source>The file with your messages, {file}, is empty, which usually means that the disk was full or a copy failed. Put back a backup.</source>
        <translation>Het bestand met je berichten, {file}, is leeg. Meestal was de schijf vol of mislukte een kopie. Zet een back-up terug.</translation>
    </message>
    <message>
        <source>There are messages in {file} already, and Balie never writes over them. Choose another folder.</source>
        <translation>In {file} staan al berichten, en Balie schrijft daar nooit overheen. Kies een andere map.</translation>
    </message>
    <message>
        <source>These messages were last used with a newer Balie (version {found} of the file, this program knows {known}). Nothing was opened: install the newer Balie.</source>
        <translation>Deze berichten zijn het laatst gebruikt met een nieuwere Balie (versie {found} van het bestand, dit programma kent {known}). Er is niets geopend: installeer de nieuwere Balie.</translation>
    </message>
    <message>
        <source>There is nothing of Balie in {folder} yet. Choose another folder, or begin here.</source>
        <translation>In {folder} staat nog niets van Balie. Kies een andere map, of begin hier.</translation>
    </message>
    <message>
        <source>There is a Balie in {folder} already, and Balie never writes over it. Open that one, or choose another folder.</source>
        <translation>In {folder} staat al een Balie, en daar wordt nooit overheen geschreven. Open die, of kies een andere map.</translation>
    </message>
    <message>
        <source>There are messages in {folder}, but the file profile.json that tells how to open them is gone. Put it back; a copy stands in the folder with your backups.</source>
        <translation>In {folder} staan berichten, maar het bestand profile.json dat zegt hoe ze opengaan is weg. Zet het terug; een kopie staat in de map met je back-ups.</translation>
    </message>
    <message>
        <source>The file {file} is damaged, so your messages cannot be opened. They are still there: put back the copy of that file from the folder with your backups.</source>
        <translation>Het bestand {file} is beschadigd, dus je berichten kunnen niet open. Ze zijn er nog: zet de kopie van dat bestand terug uit de map met je back-ups.</translation>
    </message>
    <message>
        <source>This profile was made by a newer Balie (version {found} of the file, this program knows {known}). Nothing was opened: install the newer Balie.</source>
        <translation>Dit profiel is gemaakt door een nieuwere Balie (versie {found} van het bestand, dit programma kent {known}). Er is niets geopend: installeer de nieuwere Balie.</translation>
    </message>
    <message>
        <source>Balie is not allowed to read {file}, so your messages cannot be opened. Give your user account permission to read that folder.</source>
        <translation>Balie mag {file} niet lezen, dus je berichten kunnen niet open. Geef je gebruikersaccount leesrechten voor die map.</translation>
    </message>
    <message>
        <source>Balie is not allowed to write in {folder}, so your messages cannot be opened there. Give your user account permission to write, or move the folder to your own disk.</source>
        <translation>Balie mag niet schrijven in {folder}, dus je berichten kunnen daar niet open. Geef je gebruikersaccount schrijfrechten, of verplaats de map naar je eigen schijf.</translation>
    </message>
    <message>
        <source>The last change in {folder} was interrupted before it was done. Close every Balie and start it again: it will finish by itself.</source>
        <translation>De laatste wijziging in {folder} werd onderbroken. Sluit elke Balie en start opnieuw: hij wordt vanzelf afgemaakt.</translation>
    </message>
    <message>
        <source>Balie is already using these messages ({program}, process {pid}). Go to that window, or close it first.</source>
        <translation>Balie gebruikt deze berichten al ({program}, proces {pid}). Ga naar dat venster, of sluit het eerst.</translation>
    </message>
    <message>
        <source>The backup could not be trusted and was thrown away ({problem}). Your earlier backups are untouched: try again, and check the disk if it happens twice.</source>
        <translation>De back-up was niet te vertrouwen en is weggegooid ({problem}). Je eerdere back-ups zijn onaangeroerd: probeer het opnieuw, en controleer de schijf als het twee keer gebeurt.</translation>
    </message>
    <message>
        <source>The backup {file} is damaged or does not belong to this profile. Nothing was changed: choose another one.</source>
        <translation>De back-up {file} is beschadigd of hoort niet bij dit profiel. Er is niets veranderd: kies een andere.</translation>
    </message>
    <message>
        <source>The backup {file} is not there any more. Nothing was changed: choose another one.</source>
        <translation>De back-up {file} is er niet meer. Er is niets veranderd: kies een andere.</translation>
    </message>
    <message>
        <source>Type your passphrase to open your messages.</source>
        <translation>Typ je wachtzin om je berichten te openen.</translation>
    </message>
    <message>
        <source>That is not the passphrase of these messages. Try again with Caps Lock off, or use your recovery key.</source>
        <translation>Dat is niet de wachtzin van deze berichten. Probeer het opnieuw met Caps Lock uit, of gebruik je herstelsleutel.</translation>
    </message>
    <message>
        <source>A passphrase needs at least {minimum} characters. A few words in a row are easy to remember and hard to guess.</source>
        <translation>Een wachtzin heeft minstens {minimum} tekens nodig. Een paar woorden achter elkaar zijn makkelijk te onthouden en moeilijk te raden.</translation>
    </message>
    <message>
        <source>That recovery key has a typing mistake in it. It is {groups} groups of five letters and digits after BALIE; compare it with your paper.</source>
        <translation>In die herstelsleutel zit een typefout. Het zijn {groups} groepen van vijf letters en cijfers na BALIE; vergelijk hem met je papier.</translation>
    </message>
    <message>
        <source>That recovery key is of other messages, or was replaced by a newer one. Look for the newest paper.</source>
        <translation>Die herstelsleutel is van andere berichten, of is vervangen door een nieuwere. Zoek het nieuwste papier.</translation>
    </message>
    <message>
        <source>The folder {folder} is copied to other computers by {service}, which can damage the messages while Balie writes them. Better choose a folder on this computer only.</source>
        <translation>De map {folder} wordt door {service} naar andere computers gekopieerd. Dat kan de berichten beschadigen terwijl Balie ze schrijft. Kies liever een map die alleen op deze computer staat.</translation>
    </message>
    <message>
        <source>The folder {folder} is on another computer ({kind}), where messages can get damaged when the connection drops. Better choose a folder on this computer.</source>
        <translation>De map {folder} staat op een andere computer ({kind}). Berichten kunnen daar beschadigen als de verbinding wegvalt. Kies liever een map op deze computer.</translation>
    </message>
    <message>
        <source>{account} does not work like this yet, so it was not saved: {problems}</source>
        <translation>{account} werkt zo nog niet en is daarom niet bewaard: {problems}</translation>
    </message>
    <message>
        <source>There are no messages in {path}.</source>
        <translation>In {path} staan geen berichten.</translation>
    </message>
    <message>
        <source>This message is already on its way ({state}).</source>
        <translation>Dit bericht is al onderweg ({state}).</translation>
    </message>
    <message>
        <source>This computer is too busy to read new messages. They are kept and read later.</source>
        <translation>Deze computer heeft het te druk om nieuwe berichten te lezen. Ze worden bewaard en later gelezen.</translation>
    </message>
    <message>
        <source>The customer has written again. Read the new message before you send.</source>
        <translation>De klant heeft opnieuw geschreven. Lees het nieuwe bericht voordat je verstuurt.</translation>
    </message>
    <message>
        <source>There is no address to answer to.</source>
        <translation>Er is geen adres om naar te antwoorden.</translation>
    </message>
    <message>
        <source>Balie cannot answer here: this message is not of an account that is connected. Connect that account first.</source>
        <translation>Balie kan hier niet antwoorden: dit bericht hoort niet bij een gekoppeld account. Koppel dat account eerst.</translation>
    </message>
    <message>
        <source>This was said by phone or in the shop, so nothing can be sent from here. Ring back, and write down as an internal note what was said.</source>
        <translation>Dit is aan de telefoon of in de winkel gezegd, dus vanaf hier kan niets worden verstuurd. Bel terug en leg in een interne notitie vast wat er is gezegd.</translation>
    </message>
    <message>
        <source>The files are {size} MB together; most mail servers refuse more than {limit} MB.</source>
        <translation>De bestanden zijn samen {size} MB; de meeste mailservers weigeren meer dan {limit} MB.</translation>
    </message>
    <message>
        <source>This answer would now go to {recipient}. Look at the conversation again.</source>
        <translation>Dit antwoord zou nu naar {recipient} gaan. Bekijk het gesprek nog eens.</translation>
    </message>
    <message>
        <source>The file {name} could not be read or saved ({reason}).</source>
        <translation>Het bestand {name} kon niet worden gelezen of opgeslagen ({reason}).</translation>
    </message>
    <message>
        <source>The file {name} cannot be read. Choose another one.</source>
        <translation>Het bestand {name} kan niet worden gelezen. Kies een ander.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Er is niets om ongedaan te maken.</translation>
    </message>
    <message>
        <source>This can no longer be undone: it has been changed since.</source>
        <translation>Dit kan niet meer ongedaan worden gemaakt: het is sindsdien gewijzigd.</translation>
    </message>
    <message>
        <source>Choose a moment that is still to come.</source>
        <translation>Kies een moment dat nog moet komen.</translation>
    </message>
    <message>
        <source>A label is one to {most} characters without a colon.</source>
        <translation>Een label heeft één tot {most} tekens, zonder dubbele punt.</translation>
    </message>
    <message>
        <source>Choose two messages or more to put together.</source>
        <translation>Kies twee of meer berichten om samen te voegen.</translation>
    </message>
    <message>
        <source>These messages came in on different channels. Link them instead: each keeps its own answer.</source>
        <translation>Deze berichten kwamen binnen via verschillende kanalen. Koppel ze: dan houdt elk zijn eigen antwoord.</translation>
    </message>
    <message>
        <source>Choose a message of the customer that is not the first one here.</source>
        <translation>Kies een bericht van de klant dat hier niet het eerste is.</translation>
    </message>
    <message>
        <source>Give the view a name of at most {most} characters.</source>
        <translation>Geef de weergave een naam van hoogstens {most} tekens.</translation>
    </message>
    <message>
        <source>This key is taken: {act}. Give that another key first.</source>
        <translation>Deze toets is bezet: {act}. Geef die eerst een andere toets.</translation>
    </message>
    <message>
        <source>You are open now: send the answer at once.</source>
        <translation>Je bent nu open: verstuur het antwoord meteen.</translation>
    </message>
    <message>
        <source>There is no open promise here.</source>
        <translation>Hier staat geen belofte open.</translation>
    </message>
    <message>
        <source>Nobody waits for a first reaction here: it was given, or it is not our turn.</source>
        <translation>Hier wacht niemand op een eerste reactie: die is gegeven, of we zijn niet aan zet.</translation>
    </message>
    <message>
        <source>Fill in first: {places}.</source>
        <translation>Vul eerst in: {places}.</translation>
    </message>
    <message>
        <source>This is {length} characters long; here at most {limit} can be sent.</source>
        <translation>Dit is {length} tekens lang; hier kunnen er hoogstens {limit} verstuurd worden.</translation>
    </message>
    <message>
        <source>This is {length} bytes long; here at most {limit} can be sent. Letters with accents and emoji are several bytes each.</source>
        <translation>Dit is {length} bytes lang; hier kun je er hooguit {limit} versturen. Letters met accenten en emoji tellen elk voor meer bytes.</translation>
    </message>
    <message>
        <source>Give the colleague a name.</source>
        <translation>Geef de collega een naam.</translation>
    </message>
    <message>
        <source>“{address}” is not an e-mail address.</source>
        <translation>“{address}” is geen e-mailadres.</translation>
    </message>
    <message>
        <source>A question goes out as an e-mail: connect an e-mail account first.</source>
        <translation>Een vraag gaat als e-mail de deur uit: verbind eerst een e-mailaccount.</translation>
    </message>
    <message>
        <source>{address} is the customer of this message: answer there instead of asking.</source>
        <translation>{address} is de klant van dit bericht: antwoord daar in plaats van te vragen.</translation>
    </message>
    <message>
        <source>{name} has no e-mail address yet. Fill it in, or call and note what was said.</source>
        <translation>{name} heeft nog geen e-mailadres. Vul het in, of bel en noteer wat er is gezegd.</translation>
    </message>
    <message>
        <source>{address} is read here as an account of your own. Give another address.</source>
        <translation>{address} wordt hier als eigen account gelezen. Geef een ander adres.</translation>
    </message>
    <message>
        <source>This question is no longer open.</source>
        <translation>Deze vraag staat niet meer open.</translation>
    </message>
    <message>
        <source>{name} could not be saved there. Choose another place.</source>
        <translation>{name} kon daar niet worden bewaard. Kies een andere plek.</translation>
    </message>
    <message>
        <source>“{value}” is no amount of time. Write 5 min, 4 h or 2 d.</source>
        <translation>“{value}” is geen tijdsduur. Schrijf 5 min, 4 u of 2 d.</translation>
    </message>
    <message>
        <source>“{value}” is not clear. Write hours like 9:00-12:30, 13:00-17:30.</source>
        <translation>“{value}” is niet duidelijk. Schrijf tijden als 9:00-12:30, 13:00-17:30.</translation>
    </message>
    <message>
        <source>{block}: a day goes from 0:00 to 24:00.</source>
        <translation>{block}: een dag loopt van 0:00 tot 24:00.</translation>
    </message>
    <message>
        <source>{block} ends before it begins. Write what is after midnight on the next day.</source>
        <translation>{block} eindigt voor het begint. Zet wat na middernacht is bij de volgende dag.</translation>
    </message>
    <message>
        <source>{first} and {second} overlap.</source>
        <translation>{first} en {second} overlappen.</translation>
    </message>
    <message>
        <source>There are {most} plans already. Take one of them out first.</source>
        <translation>Er zijn al {most} plannen. Verwijder er eerst een.</translation>
    </message>
    <message>
        <source>A plan has a name of its own, of at most {most} characters.</source>
        <translation>Een plan heeft een eigen naam van hoogstens {most} tekens.</translation>
    </message>
    <message>
        <source>The {what} takes between 1 minute and {days} days.</source>
        <translation>Voor {what} geldt: 1 minuut tot {days} dagen.</translation>
    </message>
    <message>
        <source>“{name}” is for everybody already. Choose channels, priorities or customers for this one.</source>
        <translation>“{name}” is al voor iedereen. Kies kanalen, prioriteiten of klanten voor dit plan.</translation>
    </message>
    <message>
        <source>One plan has to be for everybody, without channels, priorities and customers of its own.</source>
        <translation>Een plan moet voor iedereen zijn, zonder eigen kanalen, prioriteiten of klanten.</translation>
    </message>
    <message>
        <source>Give it a name of at most {most} characters that is not in the list yet.</source>
        <translation>Geef een naam van hoogstens {most} tekens die nog niet in de lijst staat.</translation>
    </message>
    <message>
        <source>“{name}” is used by {count} messages, rules, macros or colleagues. Choose another.</source>
        <translation>“{name}” staat bij {count} berichten, regels, macro’s of collega’s. Kies wat ervoor in de plaats komt.</translation>
    </message>
    <message>
        <source>The last entry of a list stays: rename it instead.</source>
        <translation>De laatste van een lijst blijft: geef hem liever een andere naam.</translation>
    </message>
    <message>
        <source>“{name}” stays, for what has no entry. Rename it instead.</source>
        <translation>“{name}” blijft, voor wat nergens anders onder past. Geef het een andere naam.</translation>
    </message>
    <message>
        <source>Say why nobody reacts. Choose one of: {choices}.</source>
        <translation>Zeg waarom niemand reageert. Kies uit: {choices}.</translation>
    </message>
    <message>
        <source>Give the rule a name of at most {most} characters that no other rule has.</source>
        <translation>Geef de regel een naam van hoogstens {most} tekens die geen andere regel heeft.</translation>
    </message>
    <message>
        <source>A rule says when it holds, and what follows.</source>
        <translation>Een regel zegt wanneer hij geldt en wat er dan gebeurt.</translation>
    </message>
    <message>
        <source>These rules set each other off: {names}. Do it all the same only if you mean it.</source>
        <translation>Deze regels roepen elkaar op: {names}. Doe het alleen als je het echt zo bedoelt.</translation>
    </message>
    <message>
        <source>The rule “{name}” would change {count} messages at once. Confirm it first.</source>
        <translation>De regel “{name}” zou {count} berichten tegelijk veranderen. Bevestig dat eerst.</translation>
    </message>
    <message>
        <source>A talk that is noted is over: give a moment before now.</source>
        <translation>Een gesprek dat je noteert is voorbij: geef een moment vóór nu.</translation>
    </message>
    <message>
        <source>“{value}” is neither a telephone number nor an e-mail address.</source>
        <translation>“{value}” is geen telefoonnummer en geen e-mailadres.</translation>
    </message>
    <message>
        <source>Say who it was: a name, a number or an address.</source>
        <translation>Vul in wie het was: een naam, nummer of adres.</translation>
    </message>
    <message>
        <source>To ring back, a number or an address is needed.</source>
        <translation>Om terug te bellen is een nummer of adres nodig.</translation>
    </message>
    <message>
        <source>Something was written here since you looked. Read it before you send.</source>
        <translation>Hier is iets geschreven sinds je keek. Lees het voordat je verstuurt.</translation>
    </message>
    <message>
        <source>Fill in what stands in braces first: {places}.</source>
        <translation>Vul eerst in wat tussen accolades staat: {places}.</translation>
    </message>
    <message>
        <source>An answer to this is on its way already.</source>
        <translation>Hierop is al een antwoord onderweg.</translation>
    </message>
    <message>
        <source>The time in which the platform takes answers is over.</source>
        <translation>De tijd waarin het platform antwoorden aanneemt is voorbij.</translation>
    </message>
    <message>
        <source>Nobody else can read this channel: just answer.</source>
        <translation>Niemand anders kan dit kanaal lezen: antwoord gewoon.</translation>
    </message>
    <message>
        <source>There is no private way to this customer: give an e-mail address, with an e-mail account connected, or note what you wrote elsewhere.</source>
        <translation>Er is geen privéweg naar deze klant: geef een e-mailadres, met een verbonden e-mailaccount, of noteer wat je elders schreef.</translation>
    </message>
    <message>
        <source>This line was written already, or it has to wait for the private message.</source>
        <translation>Deze regel is al geschreven, of wacht op het privébericht.</translation>
    </message>
    <message>
        <source>This incident is closed. Open it again first.</source>
        <translation>Dit incident is afgesloten. Open het eerst opnieuw.</translation>
    </message>
    <message>
        <source>A macro has a text, or something that it does.</source>
        <translation>Een macro heeft een tekst, of iets wat hij doet.</translation>
    </message>
    <message>
        <source>Give it a name of at most {most} characters that nothing else here has.</source>
        <translation>Geef een naam van hoogstens {most} tekens die hier nog niet bestaat.</translation>
    </message>
    <message>
        <source>{name} is proposed by rules: {rules}. Give {name} a deputy, or let them propose another.</source>
        <translation>Regels stellen {name} voor: {rules}. Geef {name} een vervanger, of laat ze iemand anders voorstellen.</translation>
    </message>
    <message>
        <source>The reminder goes out after at least 1 minute, the deputy is asked later than that, after at most {most} hours of opening time.</source>
        <translation>De herinnering gaat na minstens 1 minuut uit, de vervanger wordt later gevraagd, na hoogstens {most} uur openingstijd.</translation>
    </message>
    <message>
        <source>A Telegram bot can only answer: this customer has not written to it yet.</source>
        <translation>Een Telegram-bot kan alleen antwoorden: deze klant heeft hem nog niet geschreven.</translation>
    </message>
    <message>
        <source>Another program (or a web hook) takes the messages of {account} at {server}, and only one can. End it there, or let Balie have a bot of its own.</source>
        <translation>Een ander programma (of een webhook) haalt de berichten van {account} op bij {server}, en dat kan er maar één. Stop het daar, of geef Balie een eigen bot.</translation>
    </message>
    <message>
        <source>“{domain}” is not a domain of a platform&apos;s own, such as werkspot.nl: everybody&apos;s mail would be taken for it.</source>
        <translation>“{domain}” is geen domein van een platform zelf, zoals werkspot.nl: ieders mail zou ervoor worden aangezien.</translation>
    </message>
    <message>
        <source>There is a platform “{name}” already.</source>
        <translation>Er is al een platform “{name}”.</translation>
    </message>
    <message>
        <source>There are {most} platforms already. Take one out first.</source>
        <translation>Er zijn al {most} platforms. Haal er eerst een weg.</translation>
    </message>
    <message>
        <source>Nothing can be written to {folder}: {detail}.</source>
        <translation>In {folder} kan niets worden opgeslagen: {detail}.</translation>
    </message>
    <message>
        <source>The access token is not that of the Page {page}, but of “{name}”. Make one for the Page itself and paste that.</source>
        <translation>Het toegangstoken is niet dat van de Pagina {page}, maar van “{name}”. Maak er een voor de Pagina zelf en plak dat.</translation>
    </message>
    <message>
        <source>The relay at {server} does not accept the reading secret of {account}. Enter the one that stands at the top of the relay (READ_SECRET). What comes in meanwhile waits there.</source>
        <translation>De doorgever op {server} accepteert het leesgeheim van {account} niet. Vul het geheim in dat bovenaan de doorgever staat (READ_SECRET). Wat intussen binnenkomt, wacht daar.</translation>
    </message>
    <message>
        <source>The relay at {server} has another app secret than {account}. Fill in the same one at both places. Until then nothing is fetched; it waits at the relay.</source>
        <translation>De doorgever op {server} heeft een ander app-geheim dan {account}. Vul op beide plekken hetzelfde in. Tot die tijd wordt er niets opgehaald; het wacht bij de doorgever.</translation>
    </message>
    <message>
        <source>{server} gives messages to an address on the web only, so Balie cannot read them by itself. Put the relay on your web hosting and fill in its address.</source>
        <translation>{server} geeft berichten alleen aan een adres op het web, dus Balie kan ze niet zelf lezen. Zet de doorgever op je webhosting en vul het adres in.</translation>
    </message>
    <message>
        <source>There is no relay at that address of {server}, or it is not filled in yet.</source>
        <translation>Op dat adres van {server} staat geen doorgever, of hij is nog niet ingevuld.</translation>
    </message>
    <message>
        <source>Reading X has cost {spent} dollars this month, and your limit is {cap}. Nothing is read from there until the month is over, or until you set a higher limit.</source>
        <translation>X heeft deze maand {spent} dollar gekost en je grens is {cap}. Er wordt daar niets gelezen tot de maand voorbij is, of tot je een hogere grens instelt.</translation>
    </message>
    <message>
        <source>Step {step} cannot lead there. A choice leads on by its answers, an end nowhere, another step to one step.</source>
        <translation>Stap {step} kan daar niet heen leiden. Een keuze leidt verder met haar antwoorden, een einde nergens heen en elke andere stap naar één stap.</translation>
    </message>
    <message>
        <source>Line {line}: “{value}” has no place here.</source>
        <translation>Regel {line}: “{value}” hoort hier niet.</translation>
    </message>
    <message>
        <source>Line {line}: a page begins with its details, between two lines of ---.</source>
        <translation>Regel {line}: een pagina begint met haar gegevens, tussen twee regels met ---.</translation>
    </message>
    <message>
        <source>Line {line}: the details lack “{value}”.</source>
        <translation>Regel {line}: bij de gegevens ontbreekt “{value}”.</translation>
    </message>
    <message>
        <source>Line {line}: “{value}” is not a detail of this page.</source>
        <translation>Regel {line}: “{value}” is geen gegeven van deze pagina.</translation>
    </message>
    <message>
        <source>Line {line}: “{value}” is there already.</source>
        <translation>Regel {line}: “{value}” staat er al.</translation>
    </message>
    <message>
        <source>Line {line}: “{value}” cannot be the {field}.</source>
        <translation>Regel {line}: “{value}” kan niet bij “{field}” staan.</translation>
    </message>
    <message>
        <source>Line {line}: the section “{value}” is there already.</source>
        <translation>Regel {line}: het deel “{value}” is er al.</translation>
    </message>
    <message>
        <source>Line {line}: “{value}” is no term. Write - **word**: what it means.</source>
        <translation>Regel {line}: “{value}” is geen begrip. Schrijf - **woord**: wat het betekent.</translation>
    </message>
    <message>
        <source>Line {line}: there is a step {value} already.</source>
        <translation>Regel {line}: er is al een stap {value}.</translation>
    </message>
    <message>
        <source>Line {line}: “{value}” leads to no step. Write an arrow and its number: -&gt; 7.</source>
        <translation>Regel {line}: “{value}” leidt niet naar een stap. Schrijf een pijl en het nummer: -&gt; 7.</translation>
    </message>
    <message>
        <source>Line {line}: step {value} cannot lead there. A choice leads on by its answers, an end nowhere, another step to one step.</source>
        <translation>Regel {line}: stap {value} kan daar niet heen leiden. Een keuze leidt verder met haar antwoorden, een einde nergens heen en elke andere stap naar één stap.</translation>
    </message>
    <message>
        <source>Line {line}: step {value} is no choice. Give a choice with answers its own step.</source>
        <translation>Regel {line}: stap {value} is geen keuze. Geef een keuze met antwoorden een eigen stap.</translation>
    </message>
    <message>
        <source>The file {name} cannot be read as text in UTF-8.</source>
        <translation>Het bestand {name} is niet als tekst in UTF-8 te lezen.</translation>
    </message>
    <message>
        <source>Give the page a title with letters or digits.</source>
        <translation>Geef de pagina een titel met letters of cijfers.</translation>
    </message>
    <message>
        <source>{other} is the page {key} in this language already.</source>
        <translation>{other} is al de pagina {key} in deze taal.</translation>
    </message>
    <message>
        <source>{title} has no step {step}.</source>
        <translation>{title} heeft geen stap {step}.</translation>
    </message>
    <message>
        <source>Say which word is explained.</source>
        <translation>Zeg welk woord je uitlegt.</translation>
    </message>
    <message>
        <source>That cannot be done here. The walk stands at another step, or has ended.</source>
        <translation>Dat kan hier niet. De procedure staat bij een andere stap, of is al klaar.</translation>
    </message>
    <message>
        <source>“{title}” has no steps to walk. Write them in the handbook first.</source>
        <translation>“{title}” heeft geen stappen om te doorlopen. Schrijf die eerst in het handboek.</translation>
    </message>
    <message>
        <source>“{title}” is being walked here already.</source>
        <translation>“{title}” wordt hier al doorlopen.</translation>
    </message>
    <message>
        <source>Say in a few words why you stop here.</source>
        <translation>Zeg in een paar woorden waarom je hier stopt.</translation>
    </message>
    <message>
        <source>The step that is to be done now is another one.</source>
        <translation>De stap die nu aan de beurt is, is een andere.</translation>
    </message>
    <message>
        <source>Suggestions are not available on this computer.</source>
        <translation>Voorstellen zijn op deze computer niet beschikbaar.</translation>
    </message>
    <message>
        <source>“{address}” is not an address of this computer. Drafts are made here only: use http://127.0.0.1, http://[::1] or http://localhost, with the port of the server.</source>
        <translation>“{address}” is geen adres van deze computer. Concepten worden alleen hier gemaakt: gebruik http://127.0.0.1, http://[::1] of http://localhost, met de poort van de server.</translation>
    </message>
    <message>
        <source>Drafts are off. Say in the settings of suggestions which model on this computer makes them.</source>
        <translation>Concepten staan uit. Zeg bij de instellingen van suggesties welk model op deze computer ze maakt.</translation>
    </message>
    <message>
        <source>There is nothing to answer: the customer wrote no words.</source>
        <translation>Er valt niets te beantwoorden: de klant schreef geen woorden.</translation>
    </message>
    <message>
        <source>No server answers at {address}. Start it, or change the address.</source>
        <translation>Er antwoordt geen server op {address}. Start hem, of pas het adres aan.</translation>
    </message>
    <message>
        <source>The server at {address} does not know the model “{model}”.</source>
        <translation>De server op {address} kent het model “{model}” niet.</translation>
    </message>
    <message>
        <source>There was no draft within {seconds} seconds. Try a smaller model.</source>
        <translation>Er was binnen {seconds} seconden geen concept. Probeer een kleiner model.</translation>
    </message>
    <message>
        <source>The server at {address} refused to draft (HTTP {status}).</source>
        <translation>De server op {address} weigerde een concept te maken (HTTP {status}).</translation>
    </message>
    <message>
        <source>The server at {address} answered with nothing of use.</source>
        <translation>De server op {address} antwoordde niets bruikbaars.</translation>
    </message>
    <message>
        <source>No draft was made: it was stopped.</source>
        <translation>Er is geen concept gemaakt: het is gestopt.</translation>
    </message>
    <message>
        <source>Say first which model drafts answers.</source>
        <translation>Zeg eerst welk model concepten maakt.</translation>
    </message>
    <message>
        <source>The handbook has no procedure with the key “{key}” whose steps could be walked. Get it from the starter handbook, or write it.</source>
        <translation>In het handboek staat geen werkwijze met de sleutel “{key}” die je kunt doorlopen. Haal hem uit het starthandboek, of schrijf hem.</translation>
    </message>
    <message>
        <source>That moment is still to come. Leave it open until it has been posted.</source>
        <translation>Dat moment komt nog. Laat het leeg tot het geplaatst is.</translation>
    </message>
    <message>
        <source>“{words}” is not a day. Write it as 31-12-2027.</source>
        <translation>“{words}” is geen dag. Schrijf het als 31-12-2027.</translation>
    </message>
    <message>
        <source>“{words}” is no moment of before now. Write it as now, 14:30, yesterday 16:00 or 31-12-2026 16:00, or leave it open until it has been posted.</source>
        <translation>“{words}” is geen moment dat voorbij is. Schrijf nu, 14:30, gisteren 16:00 of 31-12-2026 16:00, of laat het leeg tot het geplaatst is.</translation>
    </message>
    <message>
        <source>The last day is before the first one.</source>
        <translation>De laatste dag ligt voor de eerste.</translation>
    </message>
    <message>
        <source>Say in a few words what it is about, in at most {most} characters.</source>
        <translation>Zeg in een paar woorden waar het over gaat, in hoogstens {most} tekens.</translation>
    </message>
    <message>
        <source>“{name}” is no colleague, no department and no e-mail address. Write one of these on each line.</source>
        <translation>“{name}” is geen collega, geen afdeling en geen e-mailadres. Zet op elke regel een van die drie.</translation>
    </message>
    <message>
        <source>Nobody is on “{name}” now. Put somebody on it first.</source>
        <translation>Op “{name}” staat nu niemand. Zet er eerst iemand op.</translation>
    </message>
    <message>
        <source>“{subject}” no longer holds, so it was not put in.</source>
        <translation>“{subject}” geldt niet meer en is daarom niet ingevuld.</translation>
    </message>
    <message>
        <source>This briefing was published and stays as it is. Tell the rest in the next one.</source>
        <translation>Deze briefing is gepubliceerd en blijft zoals hij is. Vertel de rest in de volgende.</translation>
    </message>
    <message>
        <source>This briefing is still a draft. Publish it first.</source>
        <translation>Deze briefing is nog een concept. Publiceer hem eerst.</translation>
    </message>
    <message>
        <source>Give the briefing a title and something to tell.</source>
        <translation>Geef de briefing een titel en iets om te vertellen.</translation>
    </message>
    <message>
        <source>There are no colleagues to read it yet. Add them to the directory first.</source>
        <translation>Er zijn nog geen collega&apos;s die het kunnen lezen. Zet ze eerst in de lijst met collega&apos;s.</translation>
    </message>
    <message>
        <source>Write down what was decided.</source>
        <translation>Schrijf op wat er besloten is.</translation>
    </message>
    <message>
        <source>{day} is still to come. Give the day of the decision.</source>
        <translation>{day} moet nog komen. Geef de dag van het besluit.</translation>
    </message>
    <message>
        <source>Decision {number} was corrected by decision {other}. Correct that one.</source>
        <translation>Besluit {number} is al verbeterd door besluit {other}. Verbeter dat.</translation>
    </message>
    <message>
        <source>{name} has a list already.</source>
        <translation>{name} heeft al een lijst.</translation>
    </message>
    <message>
        <source>A draft is being made for another message. Stop it there.</source>
        <translation>Er wordt al een concept gemaakt voor een ander bericht. Stop het daar.</translation>
    </message>
    <message>
        <source>{name} is no PNG, JPEG, WebP or GIF that can be read.</source>
        <translation>{name} is geen png, jpeg, webp of gif die te lezen is.</translation>
    </message>
    <message>
        <source>{name} is too large: a picture may have 5 MB and 40 million dots. Make it less.</source>
        <translation>{name} is te groot: een afbeelding mag 5 MB en 40 miljoen beeldpunten hebben. Maak hem kleiner.</translation>
    </message>
    <message>
        <source>Practising is done in the example firm: no customer of yours notices it.</source>
        <translation>Oefenen doe je in het voorbeeldbedrijf: geen klant van jou merkt er iets van.</translation>
    </message>
</context>
<context>
    <name>probe</name>
    <message>
        <source>Reading mail at {server} works.</source>
        <translation>E-mail ophalen bij {server} werkt.</translation>
    </message>
    <message>
        <source>The inbox holds {count} messages.</source>
        <translation>In het postvak staan {count} berichten.</translation>
    </message>
    <message>
        <source>What you send is found in the folder “{folder}”.</source>
        <translation>Wat je verstuurt staat in de map “{folder}”.</translation>
    </message>
    <message>
        <source>There is no folder for sent mail; Balie makes one with your first answer.</source>
        <translation>Er is geen map voor verzonden e-mail; Balie maakt er een bij je eerste antwoord.</translation>
    </message>
    <message>
        <source>The server tells at once when mail arrives.</source>
        <translation>De server meldt meteen als er e-mail komt.</translation>
    </message>
    <message>
        <source>The server does not tell when mail arrives; Balie asks every 15 seconds.</source>
        <translation>De server meldt nieuwe e-mail niet; Balie vraagt er elke 15 seconden naar.</translation>
    </message>
    <message>
        <source>The server says what changed (CONDSTORE).</source>
        <translation>De server zegt wat er veranderd is (CONDSTORE).</translation>
    </message>
    <message>
        <source>The server does not say what changed (no CONDSTORE); Balie compares by itself.</source>
        <translation>De server zegt niet wat er veranderd is (geen CONDSTORE); Balie vergelijkt zelf.</translation>
    </message>
    <message>
        <source>Sending mail over {server} works.</source>
        <translation>E-mail versturen via {server} werkt.</translation>
    </message>
    <message>
        <source>The largest message it takes is {megabytes} MB.</source>
        <translation>Het grootste bericht dat hij aanneemt is {megabytes} MB.</translation>
    </message>
    <message>
        <source>The feed “{title}” can be read: {count} mentions.</source>
        <translation>De feed ‘{title}’ is te lezen: {count} vermeldingen.</translation>
    </message>
    <message>
        <source>{count} of them fit your words.</source>
        <translation>{count} daarvan passen bij je woorden.</translation>
    </message>
    <message>
        <source>The feed has moved to {server} and is read there.</source>
        <translation>De feed is verhuisd naar {server} en wordt daar gelezen.</translation>
    </message>
    <message>
        <source>A mention is answered on its own page: Balie opens it in the browser.</source>
        <translation>Een vermelding beantwoord je op de pagina zelf: Balie opent die in de browser.</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message>
        <source>E-mail address</source>
        <translation>E-mailadres</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Wachtwoord</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>Only for a domain of your own at one of these.</source>
        <translation>Alleen voor een eigen domein bij een van deze.</translation>
    </message>
    <message>
        <source>Incoming server (IMAP)</source>
        <translation>Inkomende server (IMAP)</translation>
    </message>
    <message>
        <source>Outgoing server (SMTP)</source>
        <translation>Uitgaande server (SMTP)</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Gebruikersnaam</translation>
    </message>
    <message>
        <source>Usually the whole address.</source>
        <translation>Meestal het hele adres.</translation>
    </message>
    <message>
        <source>Secure connection</source>
        <translation>Beveiligde verbinding</translation>
    </message>
    <message>
        <source>Certificate to trust as well</source>
        <translation>Extra certificaat om te vertrouwen</translation>
    </message>
    <message>
        <source>PEM file, only for a server with its own certificate.</source>
        <translation>PEM-bestand, alleen voor een server met een eigen certificaat.</translation>
    </message>
    <message>
        <source>Further folders to read</source>
        <translation>Meer mappen om te lezen</translation>
    </message>
    <message>
        <source>Names with ; between them. INBOX and Sent are always read.</source>
        <translation>Namen met ; ertussen. INBOX en Verzonden worden altijd gelezen.</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Aanmelden</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>Aanmelden met</translation>
    </message>
    <message>
        <source>Client id of your own app</source>
        <translation>Client-id van je eigen app</translation>
    </message>
    <message>
        <source>Its client secret</source>
        <translation>Het client-geheim daarvan</translation>
    </message>
    <message>
        <source>Address to sign in at</source>
        <translation>Adres om aan te melden</translation>
    </message>
    <message>
        <source>Address that gives tokens</source>
        <translation>Adres dat tokens geeft</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Bereik (scope)</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>TLS from the start</source>
        <translation>TLS vanaf het begin</translation>
    </message>
    <message>
        <source>None (only on this computer)</source>
        <translation>Geen (alleen op deze computer)</translation>
    </message>
    <message>
        <source>With a password</source>
        <translation>Met een wachtwoord</translation>
    </message>
    <message>
        <source>In the browser (OAuth)</source>
        <translation>In de browser (OAuth)</translation>
    </message>
    <message>
        <source>Your name, as customers see it</source>
        <translation>Je naam, zoals klanten die zien</translation>
    </message>
    <message>
        <source>Signed in at {server} as @{name}</source>
        <translation>Aangemeld bij {server} als @{name}</translation>
    </message>
    <message>
        <source>The access token belongs to @{name}, not to the account that you filled in.</source>
        <translation>Het toegangstoken hoort bij @{name}, niet bij het account dat je hebt ingevuld.</translation>
    </message>
    <message>
        <source>Mentions and direct messages can be read</source>
        <translation>Vermeldingen en privéberichten kunnen worden gelezen</translation>
    </message>
    <message>
        <source>Answers cannot be sent: tick the right write at your application, save, and paste the new access token.</source>
        <translation>Antwoorden kunnen niet worden verzonden: vink bij je toepassing het recht write aan, sla op en plak het nieuwe toegangstoken.</translation>
    </message>
    <message>
        <source>Your name on Mastodon</source>
        <translation>Je naam op Mastodon</translation>
    </message>
    <message>
        <source>With the server, for example @shop@mastodon.nl.</source>
        <translation>Met de server erbij, bijvoorbeeld @winkel@mastodon.nl.</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Toegangstoken</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adres van de server</translation>
    </message>
    <message>
        <source>Only when it differs from what stands behind the second @ of your name.</source>
        <translation>Alleen als dat anders is dan wat achter de tweede @ van je naam staat.</translation>
    </message>
    <message>
        <source>Sign in to your Mastodon server in the browser and open Preferences, Development, New application.</source>
        <translation>Meld je in de browser aan bij je Mastodonserver en open Voorkeuren, Ontwikkeling, Nieuwe toepassing.</translation>
    </message>
    <message>
        <source>Name it Balie and tick the rights read and write; leave the rest as it is. Save it.</source>
        <translation>Noem de toepassing Balie en vink de rechten read en write aan; laat de rest zoals het is. Sla op.</translation>
    </message>
    <message>
        <source>Open the application and copy “Your access token”. It costs nothing and does not expire.</source>
        <translation>Open de toepassing en kopieer “Jouw toegangscode”. Het kost niets en verloopt niet.</translation>
    </message>
    <message>
        <source>Balie sees what mentions you and what is sent to you directly. Posts that name your firm without a mention stay unseen.</source>
        <translation>Balie ziet wat jou vermeldt en wat rechtstreeks aan jou is gestuurd. Berichten die je bedrijf noemen zonder vermelding blijven ongezien.</translation>
    </message>
    <message>
        <source>This token belongs to another bot: @{bot}</source>
        <translation>Dit token hoort bij een andere bot: @{bot}</translation>
    </message>
    <message>
        <source>Signed in as @{bot}; reading and answering work</source>
        <translation>Aangemeld als @{bot}; lezen en antwoorden werken</translation>
    </message>
    <message>
        <source>Telegram keeps messages for 24 hours: let Balie run at least once a day, or some are lost</source>
        <translation>Telegram bewaart berichten 24 uur: laat Balie minstens eens per dag draaien, anders gaan er verloren</translation>
    </message>
    <message>
        <source>A bot cannot write first: only customers who wrote to @{bot} can be answered</source>
        <translation>Een bot kan niet als eerste schrijven: alleen klanten die @{bot} schreven, kun je antwoorden</translation>
    </message>
    <message>
        <source>Groups are not read, only chats with the bot itself</source>
        <translation>Groepen worden niet gelezen, alleen chats met de bot zelf</translation>
    </message>
    <message>
        <source>Name of the bot</source>
        <translation>Naam van de bot</translation>
    </message>
    <message>
        <source>The one that ends in “bot”: @myshop_bot</source>
        <translation>Die op “bot” eindigt: @mijnwinkel_bot</translation>
    </message>
    <message>
        <source>Token from @BotFather</source>
        <translation>Token van @BotFather</translation>
    </message>
    <message>
        <source>Server of the Bot API</source>
        <translation>Server van de Bot API</translation>
    </message>
    <message>
        <source>Only for a server of your own.</source>
        <translation>Alleen voor een eigen server.</translation>
    </message>
    <message>
        <source>In Telegram, open a chat with @BotFather and send /newbot.</source>
        <translation>Open in Telegram een chat met @BotFather en stuur /newbot.</translation>
    </message>
    <message>
        <source>Give it the name of your shop, then a user name that ends in “bot”. It costs nothing.</source>
        <translation>Geef de naam van je winkel, daarna een gebruikersnaam die op “bot” eindigt. Het kost niets.</translation>
    </message>
    <message>
        <source>@BotFather answers with a token: a number, a colon, letters. Copy it.</source>
        <translation>@BotFather antwoordt met een token: een getal, een dubbele punt, letters. Kopieer het.</translation>
    </message>
    <message>
        <source>Put a link to your bot on your site: t.me/ with its user name behind it. The customer writes first; a bot cannot.</source>
        <translation>Zet een link naar je bot op je site: t.me/ met de gebruikersnaam erachter. De klant schrijft als eerste; een bot kan dat niet.</translation>
    </message>
    <message>
        <source>Telegram keeps messages for 24 hours only: let Balie start with the computer.</source>
        <translation>Telegram bewaart berichten maar 24 uur: laat Balie met de computer starten.</translation>
    </message>
    <message>
        <source>Let no other program or web hook read this bot: only one can at a time.</source>
        <translation>Laat geen ander programma en geen webhook deze bot lezen: er kan er maar één tegelijk.</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Gebruikersnaam</translation>
    </message>
    <message>
        <source>As in your profile: shop.bsky.social.</source>
        <translation>Zoals in je profiel: winkel.bsky.social.</translation>
    </message>
    <message>
        <source>App password</source>
        <translation>App-wachtwoord</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Only for a server of your own; else leave empty.</source>
        <translation>Alleen voor een eigen server; laat het anders leeg.</translation>
    </message>
    <message>
        <source>Open bsky.app, sign in, and go to Settings, Privacy and security, App passwords. It costs nothing.</source>
        <translation>Open bsky.app, log in en ga naar Instellingen, Privacy en beveiliging, App-wachtwoorden. Het kost niets.</translation>
    </message>
    <message>
        <source>Choose Add app password, call it Balie, tick “Allow access to your direct messages”, and copy the password that appears.</source>
        <translation>Kies App-wachtwoord toevoegen, noem het Balie, vink “Toegang tot je privéberichten toestaan” aan en kopieer het wachtwoord dat verschijnt.</translation>
    </message>
    <message>
        <source>Do not use the password of the account itself: an app password you can withdraw.</source>
        <translation>Gebruik niet het wachtwoord van het account zelf: een app-wachtwoord kun je weer intrekken.</translation>
    </message>
    <message>
        <source>Signed in as {handle}: mentions, replies and quotes come in, answers go out publicly.</source>
        <translation>Ingelogd als {handle}: vermeldingen, reacties en citaten komen binnen, antwoorden gaan openbaar uit.</translation>
    </message>
    <message>
        <source>Address of the feed</source>
        <translation>Adres van de feed</translation>
    </message>
    <message>
        <source>Starts with https:// as a rule.</source>
        <translation>Begint meestal met https://.</translation>
    </message>
    <message>
        <source>Only with one of these words</source>
        <translation>Alleen met een van deze woorden</translation>
    </message>
    <message>
        <source>With ; between them. A * at the end stands for any ending. Empty: all.</source>
        <translation>Met ; ertussen. Een * aan het eind staat voor elk vervolg. Leeg: alles.</translation>
    </message>
    <message>
        <source>Not with any of these words</source>
        <translation>Niet met een van deze woorden</translation>
    </message>
    <message>
        <source>For what has the same name and is not you.</source>
        <translation>Voor wat net zo heet en niet van jou is.</translation>
    </message>
    <message>
        <source>Go to google.com/alerts, type the name of your firm between quotation marks, open “Show options” and choose “Deliver to: RSS feed”.</source>
        <translation>Ga naar google.com/alerts, typ de naam van je bedrijf tussen aanhalingstekens, open ‘Opties weergeven’ en kies bij ‘Bezorgen aan’ voor ‘RSS-feed’.</translation>
    </message>
    <message>
        <source>Click “Create alert”, copy the address of the feed icon behind it, and fill it in here.</source>
        <translation>Klik op ‘Melding maken’, kopieer het adres van het feedpictogram erachter en vul het hier in.</translation>
    </message>
    <message>
        <source>Connect one feed each for your firm, your brands, your people and your products. Feeds of news pages and forums work the same way.</source>
        <translation>Koppel een eigen feed voor je bedrijf, je merken, je mensen en je producten. Feeds van nieuwspagina’s en forums werken net zo.</translation>
    </message>
    <message>
        <source>It costs nothing. A feed holds only its newest entries, about 20 at Google: what comes and goes while the computer is off is missed.</source>
        <translation>Het kost niets. Een feed bevat alleen de nieuwste berichten, bij Google ongeveer 20: wat komt en gaat terwijl de computer uit staat, wordt gemist.</translation>
    </message>
    <message>
        <source>Reviews of location {location} can be read</source>
        <translation>Beoordelingen van locatie {location} kunnen worden gelezen</translation>
    </message>
    <message>
        <source>Location number</source>
        <translation>Locatienummer</translation>
    </message>
    <message>
        <source>Publication API token</source>
        <translation>Token van de Publication API</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Server of the reviews</source>
        <translation>Server van de beoordelingen</translation>
    </message>
    <message>
        <source>Ask Kiyoh or Klantenvertellen for your location number and API token.</source>
        <translation>Vraag Kiyoh of Klantenvertellen om je locatienummer en API-token.</translation>
    </message>
    <message>
        <source>Address of Meta&apos;s server</source>
        <translation>Adres van de server van Meta</translation>
    </message>
    <message>
        <source>Only for tests and for a server in between.</source>
        <translation>Alleen voor tests en voor een server ertussen.</translation>
    </message>
    <message>
        <source>Version of the Graph API</source>
        <translation>Versie van de Graph API</translation>
    </message>
    <message>
        <source>For example v26.0. Leave it empty unless Meta ends one.</source>
        <translation>Bijvoorbeeld v26.0. Laat dit leeg, tenzij Meta een versie beëindigt.</translation>
    </message>
    <message>
        <source>Signed in as @{name}; comments can be read and answered</source>
        <translation>Ingelogd als @{name}; reacties kunnen worden gelezen en beantwoord</translation>
    </message>
    <message>
        <source>The token belongs to @{name}, not to the account that you filled in</source>
        <translation>Het token hoort bij @{name}, niet bij het account dat je hebt ingevuld</translation>
    </message>
    <message>
        <source>Direct messages can be read</source>
        <translation>Privéberichten kunnen worden gelezen</translation>
    </message>
    <message>
        <source>No direct messages are shown. If there are some: in the Instagram app, open Settings, Messages and story replies, Message controls, Connected tools, and allow access to messages</source>
        <translation>Er zijn geen privéberichten te zien. Als ze er wel zijn: open in de Instagram-app Instellingen, Berichten en antwoorden op verhalen, Berichtopties, Gekoppelde tools, en sta toegang tot berichten toe</translation>
    </message>
    <message>
        <source>Mentions of @{name} under other people&apos;s posts do not come in: Instagram does not list them</source>
        <translation>Vermeldingen van @{name} onder berichten van anderen komen niet binnen: Instagram heeft daar geen lijst van</translation>
    </message>
    <message>
        <source>Balie renews the token every week; it ends when Balie does not run for 60 days</source>
        <translation>Balie vernieuwt het token elke week; het vervalt als Balie 60 dagen niet draait</translation>
    </message>
    <message>
        <source>Your name on Instagram</source>
        <translation>Je naam op Instagram</translation>
    </message>
    <message>
        <source>For example @myshop.</source>
        <translation>Bijvoorbeeld @mijnwinkel.</translation>
    </message>
    <message>
        <source>Token of Instagram</source>
        <translation>Token van Instagram</translation>
    </message>
    <message>
        <source>In the Instagram app, make your account a professional one (Business or Creator) and public. It costs nothing.</source>
        <translation>Maak je account in de Instagram-app professioneel (Bedrijf of Maker) en openbaar. Het kost niets.</translation>
    </message>
    <message>
        <source>There, open Settings, Messages and story replies, Message controls, Connected tools, and allow access to messages.</source>
        <translation>Open daar Instellingen, Berichten en antwoorden op verhalen, Berichtopties, Gekoppelde tools, en sta toegang tot berichten toe.</translation>
    </message>
    <message>
        <source>At developers.facebook.com, choose My Apps, Create app, and the type Business. Add the product Instagram and choose API setup with Instagram login.</source>
        <translation>Kies op developers.facebook.com My Apps, Create app en het type Business. Voeg het product Instagram toe en kies API setup with Instagram login.</translation>
    </message>
    <message>
        <source>Add your account there, choose Generate token, allow reading and answering comments and messages, and copy the token. The app may stay in development mode.</source>
        <translation>Voeg daar je account toe, kies Generate token, sta lezen en beantwoorden van reacties en berichten toe, en kopieer het token. De app mag in de ontwikkelmodus blijven.</translation>
    </message>
    <message>
        <source>Balie sees the comments under your 100 newest posts and your direct messages. Of a conversation Instagram shows the 20 newest messages: let Balie run every day.</source>
        <translation>Balie ziet de reacties onder je 100 nieuwste berichten en je privéberichten. Van een gesprek toont Instagram de 20 nieuwste berichten: laat Balie elke dag draaien.</translation>
    </message>
    <message>
        <source>If you like: with the relay on your web hosting (balie-relay.php, with a README) direct messages come in sooner, none is missed when more than 20 came at once, and what the customer unsent is marked. Subscribe there to “messages”.</source>
        <translation>Als je wilt: met de doorgever op je webhosting (balie-relay.php, met een README) komen directe berichten eerder binnen, gaat er geen verloren als er meer dan 20 tegelijk kwamen, en zie je wat de klant heeft ingetrokken. Abonneer daar op “messages”.</translation>
    </message>
    <message>
        <source>The messages of {number} can be read</source>
        <translation>De berichten van {number} kunnen worden gelezen</translation>
    </message>
    <message>
        <source>Text messages can be sent from {number}</source>
        <translation>Vanaf {number} kunnen sms’jes worden verstuurd</translation>
    </message>
    <message>
        <source>The number {number} is not in this Twilio account</source>
        <translation>Het nummer {number} staat niet in dit Twilio-account</translation>
    </message>
    <message>
        <source>The number {number} cannot send text messages</source>
        <translation>Het nummer {number} kan geen sms’jes versturen</translation>
    </message>
    <message>
        <source>Files come in; they cannot be sent from here</source>
        <translation>Bestanden komen binnen; versturen kan hier niet</translation>
    </message>
    <message>
        <source>Answers go out within 24 hours after the customer&apos;s last message, not later</source>
        <translation>Antwoorden kunnen tot 24 uur na het laatste bericht van de klant weg, daarna niet meer</translation>
    </message>
    <message>
        <source>Make an account at twilio.com and top it up: a trial reaches only your own phones.</source>
        <translation>Maak een account op twilio.com en zet er tegoed op: een proefaccount bereikt alleen je eigen telefoons.</translation>
    </message>
    <message>
        <source>Open the Twilio Console and copy Account SID and Auth Token from its first page.</source>
        <translation>Open de Twilio Console en kopieer Account SID en Auth Token van de eerste pagina.</translation>
    </message>
    <message>
        <source>Your number at Twilio</source>
        <translation>Je nummer bij Twilio</translation>
    </message>
    <message>
        <source>For example +31 97 0102 4567.</source>
        <translation>Bijvoorbeeld +31 97 0102 4567.</translation>
    </message>
    <message>
        <source>Account SID</source>
        <translation>Account SID</translation>
    </message>
    <message>
        <source>Auth Token</source>
        <translation>Auth Token</translation>
    </message>
    <message>
        <source>API Key SID</source>
        <translation>API Key SID</translation>
    </message>
    <message>
        <source>Only when you use an API key: then its secret stands for the Auth Token.</source>
        <translation>Alleen als je een API-sleutel gebruikt: dan komt het geheim daarvan op de plaats van het Auth Token.</translation>
    </message>
    <message>
        <source>Server of Twilio</source>
        <translation>Server van Twilio</translation>
    </message>
    <message>
        <source>Leave it empty: api.twilio.com.</source>
        <translation>Laat leeg: api.twilio.com.</translation>
    </message>
    <message>
        <source>Buy a number with SMS under Phone Numbers. It costs a sum per month, and every text message in or out is paid for too: see the prices at twilio.com.</source>
        <translation>Koop bij Phone Numbers een nummer met SMS. Dat kost een bedrag per maand, en elk sms’je dat binnenkomt of weggaat kost ook geld: zie de prijzen op twilio.com.</translation>
    </message>
    <message>
        <source>Customers who answer STOP get no more text messages from your number: Twilio sees to that. Names as sender cannot get answers; use a number.</source>
        <translation>Klanten die STOP antwoorden krijgen geen sms’jes meer van je nummer: daar zorgt Twilio voor. Op een naam als afzender kan niemand antwoorden; gebruik een nummer.</translation>
    </message>
    <message>
        <source>Register your number under Messaging, Senders, WhatsApp senders. Meta checks your firm. The number then no longer works in the WhatsApp app on a phone.</source>
        <translation>Meld je nummer aan bij Messaging, Senders, WhatsApp senders. Meta controleert je bedrijf. Het nummer werkt daarna niet meer in de WhatsApp-app op een telefoon.</translation>
    </message>
    <message>
        <source>Twilio charges every message in or out; see the prices at twilio.com. You cannot write first: that takes templates that Meta approves, and Balie does not send those.</source>
        <translation>Twilio rekent elk bericht dat binnenkomt of weggaat; zie de prijzen op twilio.com. Je kunt niet als eerste schrijven: daarvoor zijn sjablonen nodig die Meta goedkeurt, en die verstuurt Balie niet.</translation>
    </message>
    <message>
        <source>Client id of your Google project</source>
        <translation>Client-ID van je Google-project</translation>
    </message>
    <message>
        <source>It ends in .apps.googleusercontent.com.</source>
        <translation>Eindigt op .apps.googleusercontent.com.</translation>
    </message>
    <message>
        <source>Client secret of your Google project</source>
        <translation>Client-geheim van je Google-project</translation>
    </message>
    <message>
        <source>Server of Google&apos;s API</source>
        <translation>Server van de API van Google</translation>
    </message>
    <message>
        <source>Leave empty for Google itself.</source>
        <translation>Leeg laten voor Google zelf.</translation>
    </message>
    <message>
        <source>Under APIs &amp; Services, OAuth consent screen: fill in the name of your shop, choose External, and add your own Google address as a test user.</source>
        <translation>Vul onder API&apos;s en services, OAuth-toestemmingsscherm de naam van je winkel in, kies Extern en voeg je eigen Google-adres toe als testgebruiker.</translation>
    </message>
    <message>
        <source>Under Credentials, Create credentials, OAuth client ID: choose Desktop app. Copy the client id and the client secret.</source>
        <translation>Kies onder Inloggegevens, Inloggegevens maken, OAuth-client-ID voor Desktop-app. Kopieer de client-ID en het client-geheim.</translation>
    </message>
    <message>
        <source>While the consent screen says Testing, Google ends the sign-in after 7 days and you sign in again. Press Publish app there to keep it; Google then warns you once that it has not verified the app, which is your own.</source>
        <translation>Zolang het toestemmingsscherm Testen zegt, beëindigt Google de aanmelding na 7 dagen en meld je je opnieuw aan. Klik daar op App publiceren om haar te houden; Google waarschuwt je dan één keer dat het de app, die van jezelf is, niet heeft gecontroleerd.</translation>
    </message>
    <message>
        <source>Press Connect: your browser opens at Google. Choose the account, and tick every right that is asked for.</source>
        <translation>Klik op Koppelen: je browser opent bij Google. Kies het account en vink elk recht aan waar om wordt gevraagd.</translation>
    </message>
    <message>
        <source>Google ends this sign-in on {day}: press Publish app at the OAuth consent screen, or sign in again before that day.</source>
        <translation>Google beëindigt deze aanmelding op {day}: klik op App publiceren bij het OAuth-toestemmingsscherm, of meld je voor die dag opnieuw aan.</translation>
    </message>
    <message>
        <source>While the OAuth consent screen of your project says Testing, Google ends the sign-in after 7 days and Balie asks you to sign in again.</source>
        <translation>Zolang het OAuth-toestemmingsscherm van je project Testen zegt, beëindigt Google de aanmelding na 7 dagen en vraagt Balie je om je opnieuw aan te melden.</translation>
    </message>
    <message>
        <source>Reviews of these locations come in: {names}</source>
        <translation>Beoordelingen van deze locaties komen binnen: {names}</translation>
    </message>
    <message>
        <source>The reviews of {name} cannot be read: have the location verified at Google first.</source>
        <translation>De beoordelingen van {name} kunnen niet worden gelezen: laat de locatie eerst verifiëren bij Google.</translation>
    </message>
    <message>
        <source>Private answers are not possible: a review takes one answer, which everybody can read.</source>
        <translation>Privé antwoorden kan niet: een beoordeling krijgt één antwoord, dat iedereen kan lezen.</translation>
    </message>
    <message>
        <source>Google address that manages the business</source>
        <translation>Google-adres dat het bedrijf beheert</translation>
    </message>
    <message>
        <source>Only this location</source>
        <translation>Alleen deze locatie</translation>
    </message>
    <message>
        <source>Part of its name; leave empty for all of them.</source>
        <translation>Een deel van de naam; leeg laten voor allemaal.</translation>
    </message>
    <message>
        <source>Your business must have been verified at business.google.com, with your website in its profile.</source>
        <translation>Je bedrijf moet geverifieerd zijn op business.google.com, met je website in het profiel.</translation>
    </message>
    <message>
        <source>Open console.cloud.google.com and make a project for your shop. Ask Google for access to the Business Profile APIs with the form “Application for Basic API Access”, and give the number of the project. Until Google approves it, nothing can be read; this takes days and can be refused. It costs nothing.</source>
        <translation>Open console.cloud.google.com en maak een project voor je winkel. Vraag Google om toegang tot de Business Profile-API&apos;s met het formulier ‘Application for Basic API Access’ en geef het nummer van het project op. Tot Google het goedkeurt kan er niets worden gelezen; dat duurt dagen en kan worden geweigerd. Het kost niets.</translation>
    </message>
    <message>
        <source>Once it is approved, switch on under Library: Google My Business API, My Business Account Management API, My Business Business Information API.</source>
        <translation>Zet na de goedkeuring onder Bibliotheek aan: Google My Business API, My Business Account Management API, My Business Business Information API.</translation>
    </message>
    <message>
        <source>Comments on the videos of {title} come in, also those held for review</source>
        <translation>Reacties op de video&apos;s van {title} komen binnen, ook die wachten op beoordeling</translation>
    </message>
    <message>
        <source>Private messages are not possible: YouTube has none, so every answer is public.</source>
        <translation>Privéberichten kunnen niet: YouTube heeft ze niet, dus elk antwoord is openbaar.</translation>
    </message>
    <message>
        <source>Google gives your project {limit} units a day: reading takes about a thousand, each answer 50.</source>
        <translation>Google geeft je project {limit} eenheden per dag: lezen kost er ongeveer duizend, elk antwoord 50.</translation>
    </message>
    <message>
        <source>Your YouTube channel</source>
        <translation>Je YouTube-kanaal</translation>
    </message>
    <message>
        <source>Its handle (@myshop), its address, or its id (UC…).</source>
        <translation>De naam (@mijnwinkel), het adres of de id (UC…).</translation>
    </message>
    <message>
        <source>Open console.cloud.google.com, make a project for your shop, and under Library switch on the YouTube Data API v3. It costs nothing.</source>
        <translation>Open console.cloud.google.com, maak een project voor je winkel en zet onder Bibliotheek de YouTube Data API v3 aan. Het kost niets.</translation>
    </message>
    <message>
        <source>Google gives a project 10,000 units a day, until midnight in California: reading takes about a thousand, each answer 50. Likely spam stays in YouTube Studio.</source>
        <translation>Google geeft een project 10.000 eenheden per dag, tot middernacht in Californië: lezen kost er ongeveer duizend, elk antwoord 50. Vermoedelijke spam blijft in YouTube Studio.</translation>
    </message>
    <message>
        <source>Comments and visitors&apos; posts can be read</source>
        <translation>Reacties en berichten van bezoekers kunnen worden gelezen</translation>
    </message>
    <message>
        <source>Recommendations cannot be read: {reason}</source>
        <translation>Aanbevelingen kunnen niet worden gelezen: {reason}</translation>
    </message>
    <message>
        <source>Posts that name the Page cannot be read: {reason}</source>
        <translation>Berichten die de Pagina noemen, kunnen niet worden gelezen: {reason}</translation>
    </message>
    <message>
        <source>Answering a comment in private: once, within 7 days. Without Advanced Access Meta allows it only to people who have a role at your app.</source>
        <translation>Privé antwoorden op een reactie: één keer, binnen 7 dagen. Zonder Advanced Access staat Meta dat alleen toe aan mensen met een rol bij je app.</translation>
    </message>
    <message>
        <source>Facebook does not tell of changed comments: Balie sees a change only among the 50 newest under a post.</source>
        <translation>Facebook meldt gewijzigde reacties niet: Balie ziet een wijziging alleen bij de 50 nieuwste onder een bericht.</translation>
    </message>
    <message>
        <source>Add the rights pages_show_list, pages_read_engagement, pages_read_user_content and pages_manage_engagement; for private answers pages_messaging as well. You need the tasks Moderate and Create content at the Page.</source>
        <translation>Voeg de rechten pages_show_list, pages_read_engagement, pages_read_user_content en pages_manage_engagement toe; voor privéantwoorden ook pages_messaging. Je hebt bij de Pagina de taken Modereren en Content maken nodig.</translation>
    </message>
    <message>
        <source>Private messages to the Page come in by the channel Messenger, which you connect apart.</source>
        <translation>Privéberichten aan de Pagina komen binnen via het kanaal Messenger, dat je apart koppelt.</translation>
    </message>
    <message>
        <source>Conversations can be read</source>
        <translation>Gesprekken kunnen worden gelezen</translation>
    </message>
    <message>
        <source>No conversations are to be seen. If Meta Business Suite does show some, your app lacks Advanced Access to pages_messaging: Meta then gives only those of people with a role at the app. It takes App Review and Business Verification at developers.facebook.com.</source>
        <translation>Er zijn geen gesprekken te zien. Laat Meta Business Suite er wel zien, dan mist je app Advanced Access tot pages_messaging: Meta geeft dan alleen die met mensen die een rol bij de app hebben. Daarvoor zijn App Review en bedrijfsverificatie nodig op developers.facebook.com.</translation>
    </message>
    <message>
        <source>Meta does not let Balie read the conversations: {reason} The token needs the right pages_messaging, and for customers your app needs Advanced Access to it (App Review and Business Verification at developers.facebook.com).</source>
        <translation>Meta laat Balie de gesprekken niet lezen: {reason} Het token heeft het recht pages_messaging nodig, en voor klanten heeft je app daar Advanced Access voor nodig (App Review en bedrijfsverificatie op developers.facebook.com).</translation>
    </message>
    <message>
        <source>Of each conversation Meta gives the 20 newest messages: let Balie run at least once a day.</source>
        <translation>Van elk gesprek geeft Meta de 20 nieuwste berichten: laat Balie minstens eens per dag draaien.</translation>
    </message>
    <message>
        <source>Answering up to 7 days later</source>
        <translation>Antwoorden tot 7 dagen later</translation>
    </message>
    <message>
        <source>Only when Meta has approved the feature Human Agent for your app.</source>
        <translation>Alleen als Meta de functie Human Agent voor je app heeft goedgekeurd.</translation>
    </message>
    <message>
        <source>Add the rights pages_show_list, pages_read_engagement, pages_manage_metadata and pages_messaging. You need the task Messaging at the Page.</source>
        <translation>Voeg de rechten pages_show_list, pages_read_engagement, pages_manage_metadata en pages_messaging toe. Je hebt bij de Pagina de taak Berichten nodig.</translation>
    </message>
    <message>
        <source>For messages of customers Meta asks more: Advanced Access to pages_messaging, with App Review and Business Verification. It is free, but takes weeks. Until then Balie sees only conversations with people who have a role at your app.</source>
        <translation>Voor berichten van klanten vraagt Meta meer: Advanced Access tot pages_messaging, met App Review en bedrijfsverificatie. Het is gratis, maar duurt weken. Tot die tijd ziet Balie alleen gesprekken met mensen die een rol bij je app hebben.</translation>
    </message>
    <message>
        <source>If you like: with the relay on your web hosting (balie-relay.php, with a README) messages come in sooner, and none is missed when more than 20 came at once. Subscribe the Page there to “messages” and “message_echoes”.</source>
        <translation>Als je wilt: met de doorgever op je webhosting (balie-relay.php, met een README) komen berichten eerder binnen, en gaat er geen verloren als er meer dan 20 tegelijk kwamen. Abonneer de pagina daar op “messages” en “message_echoes”.</translation>
    </message>
    <message>
        <source>Signed in as the Page {name}</source>
        <translation>Aangemeld als de Pagina {name}</translation>
    </message>
    <message>
        <source>Number of the Page</source>
        <translation>Nummer van de Pagina</translation>
    </message>
    <message>
        <source>On Facebook: your Page, About, Page transparency.</source>
        <translation>Op Facebook: je Pagina, Info, Paginatransparantie.</translation>
    </message>
    <message>
        <source>Page access token</source>
        <translation>Toegangstoken van de Pagina</translation>
    </message>
    <message>
        <source>Meta wants you to have an app of your own. Sign in at developers.facebook.com with the account that manages your Page, choose My Apps, Create app, and the type Business. It costs nothing; leave it in development mode.</source>
        <translation>Meta wil dat je een eigen app hebt. Log op developers.facebook.com in met het account dat je Pagina beheert, kies My Apps, Create app en het type Business. Het kost niets; laat de app in de ontwikkelmodus staan.</translation>
    </message>
    <message>
        <source>Open Tools, Graph API Explorer. Choose your app, then Get Page access token, and allow it for your Page.</source>
        <translation>Open Tools, Graph API Explorer. Kies je app, dan Get Page access token, en sta het toe voor je Pagina.</translation>
    </message>
    <message>
        <source>This token ends within hours. Open it in the Access Token Debugger, choose Extend access token, and with the longer one ask me/accounts in the Explorer: the access_token that stands there with your Page does not end.</source>
        <translation>Dit token verloopt binnen enkele uren. Open het in de Access Token Debugger, kies Extend access token, en vraag met het langere token in de Explorer me/accounts op: het access_token dat daar bij je Pagina staat, verloopt niet.</translation>
    </message>
    <message>
        <source>It does end when you change your password, lose your role at the Page, or take the app&apos;s rights away. Balie then asks for a new one.</source>
        <translation>Het verloopt wel als je je wachtwoord wijzigt, je rol bij de Pagina verliest of de app haar rechten afneemt. Balie vraagt dan om een nieuw.</translation>
    </message>
    <message>
        <source>The relay at {server} answers; reading works</source>
        <translation>De doorgever op {server} antwoordt; lezen werkt</translation>
    </message>
    <message>
        <source>Address of the relay</source>
        <translation>Adres van de doorgever</translation>
    </message>
    <message>
        <source>The file on your web hosting: https://voorbeeld.nl/balie-relay.php</source>
        <translation>Het bestand op je webhosting: https://voorbeeld.nl/balie-relay.php</translation>
    </message>
    <message>
        <source>Reading secret of the relay (READ_SECRET)</source>
        <translation>Leesgeheim van de doorgever (READ_SECRET)</translation>
    </message>
    <message>
        <source>App secret of your app at Meta</source>
        <translation>App-geheim van je app bij Meta</translation>
    </message>
    <message>
        <source>Your number on WhatsApp</source>
        <translation>Je nummer op WhatsApp</translation>
    </message>
    <message>
        <source>With the country: +31 20 123 4567</source>
        <translation>Met het land: +31 20 123 4567</translation>
    </message>
    <message>
        <source>Phone number ID</source>
        <translation>Telefoonnummer-ID</translation>
    </message>
    <message>
        <source>A long number, at Meta under API Setup.</source>
        <translation>Een lang getal, bij Meta onder API-configuratie.</translation>
    </message>
    <message>
        <source>Access token of the system user</source>
        <translation>Toegangstoken van de systeemgebruiker</translation>
    </message>
    <message>
        <source>At developers.facebook.com make an app of the type Business and add WhatsApp to it. Answering customers costs nothing there.</source>
        <translation>Maak op developers.facebook.com een app van het type Bedrijf en voeg WhatsApp eraan toe. Klanten antwoorden kost daar niets.</translation>
    </message>
    <message>
        <source>Under WhatsApp, API Setup, add your number; copy the phone number ID below it. The number then leaves the WhatsApp app on the phone, unless a provider connects both.</source>
        <translation>Voeg onder WhatsApp, API-configuratie je nummer toe; kopieer de telefoonnummer-ID eronder. Het nummer verdwijnt dan uit de WhatsApp-app op de telefoon, tenzij een aanbieder beide koppelt.</translation>
    </message>
    <message>
        <source>In the business settings make a system user with a token that never expires, for your app, with whatsapp_business_messaging and whatsapp_business_management.</source>
        <translation>Maak in de bedrijfsinstellingen een systeemgebruiker met een token dat nooit verloopt, voor je app, met whatsapp_business_messaging en whatsapp_business_management.</translation>
    </message>
    <message>
        <source>Meta gives messages to an address on the web only. Put the relay that comes with Balie (balie-relay.php) on your web hosting; its README has five steps.</source>
        <translation>Meta geeft berichten alleen aan een adres op het web. Zet de doorgever die bij Balie hoort (balie-relay.php) op je webhosting; in de README ernaast staan vijf stappen.</translation>
    </message>
    <message>
        <source>Under WhatsApp, Configuration, give Meta the address of the relay and its verify token, and subscribe to “messages”.</source>
        <translation>Geef Meta onder WhatsApp, Configuratie het adres van de doorgever en het verificatietoken, en abonneer op “messages”.</translation>
    </message>
    <message>
        <source>Without web hosting, connect WhatsApp by Twilio instead: that can be read without a relay.</source>
        <translation>Geen webhosting? Koppel WhatsApp dan via Twilio: dat is zonder doorgever te lezen.</translation>
    </message>
    <message>
        <source>This phone number id belongs to another number: {found}</source>
        <translation>Deze telefoonnummer-ID hoort bij een ander nummer: {found}</translation>
    </message>
    <message>
        <source>Signed in as {name} ({number}); answering works</source>
        <translation>Aangemeld als {name} ({number}); antwoorden werkt</translation>
    </message>
    <message>
        <source>A customer can be answered until 24 hours after his last message; after that WhatsApp takes approved templates only, which Balie does not send</source>
        <translation>Een klant kan tot 24 uur na zijn laatste bericht antwoord krijgen; daarna neemt WhatsApp alleen goedgekeurde sjablonen aan, en die verstuurt Balie niet</translation>
    </message>
    <message>
        <source>What came before the relay was there cannot be read: WhatsApp keeps no list</source>
        <translation>Wat er kwam voordat de doorgever er was, is niet te lezen: WhatsApp houdt geen lijst bij</translation>
    </message>
    <message>
        <source>Reviews of {firm} can be read, with their orders</source>
        <translation>Reviews van {firm} zijn te lezen, met hun bestellingen</translation>
    </message>
    <message>
        <source>One public answer can be given to each review</source>
        <translation>Op elke review kan één openbaar antwoord worden gegeven</translation>
    </message>
    <message>
        <source>Answers cannot be given: the id of a business user is not filled in</source>
        <translation>Antwoorden kan niet: het id van een zakelijke gebruiker is niet ingevuld</translation>
    </message>
    <message>
        <source>Answers for the customer alone: not allowed by Trustpilot; write an e-mail</source>
        <translation>Antwoorden voor de klant alleen: staat Trustpilot niet toe; schrijf een e-mail</translation>
    </message>
    <message>
        <source>Domain at Trustpilot</source>
        <translation>Domein bij Trustpilot</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-sleutel</translation>
    </message>
    <message>
        <source>API secret</source>
        <translation>API-geheim</translation>
    </message>
    <message>
        <source>Id of the business user who answers</source>
        <translation>Id van de zakelijke gebruiker die antwoordt</translation>
    </message>
    <message>
        <source>Id of the business unit</source>
        <translation>Id van de bedrijfseenheid (business unit)</translation>
    </message>
    <message>
        <source>The API of Trustpilot belongs to a paid plan or an extra.</source>
        <translation>De API van Trustpilot hoort bij een betaald abonnement of een uitbreiding.</translation>
    </message>
    <message>
        <source>In Trustpilot Business, make an application and copy its API key and secret.</source>
        <translation>Maak in Trustpilot Business een applicatie en kopieer de API-sleutel en het geheim.</translation>
    </message>
    <message>
        <source>To answer, also ask Trustpilot for the id of your business user.</source>
        <translation>Vraag Trustpilot om te kunnen antwoorden ook het id van je zakelijke gebruiker.</translation>
    </message>
    <message>
        <source>Name at X</source>
        <translation>Naam bij X</translation>
    </message>
    <message>
        <source>As in your profile: @shop.</source>
        <translation>Zoals in je profiel: @winkel.</translation>
    </message>
    <message>
        <source>Client ID of your app</source>
        <translation>Client-ID van je app</translation>
    </message>
    <message>
        <source>Dollars a month at most</source>
        <translation>Hooguit dollar per maand</translation>
    </message>
    <message>
        <source>Reading stops when they are spent; 5 if empty.</source>
        <translation>Zijn ze op, dan stopt het lezen; leeg is 5.</translation>
    </message>
    <message>
        <source>Other prices</source>
        <translation>Andere prijzen</translation>
    </message>
    <message>
        <source>Only when X asks other prices: owned=0.001 user=0.01 link=0.20</source>
        <translation>Alleen als X andere prijzen vraagt: owned=0.001 user=0.01 link=0.20</translation>
    </message>
    <message>
        <source>Port for signing in</source>
        <translation>Poort om je aan te melden</translation>
    </message>
    <message>
        <source>Only when another program uses 47813.</source>
        <translation>Alleen als een ander programma 47813 gebruikt.</translation>
    </message>
    <message>
        <source>Leave empty for X itself.</source>
        <translation>Leeg laten voor X zelf.</translation>
    </message>
    <message>
        <source>X asks money for every message that is read or sent. Go to console.x.com with your firm&apos;s account, buy credit, and set a spending limit there as well.</source>
        <translation>X vraagt geld voor elk bericht dat gelezen of verstuurd wordt. Ga met het account van je bedrijf naar console.x.com, koop tegoed en stel daar ook een bestedingslimiet in.</translation>
    </message>
    <message>
        <source>Make an app of your own there. With your own app a mention costs a tenth of a cent; with that of somebody else it costs more.</source>
        <translation>Maak daar een eigen app. Met je eigen app kost een vermelding een tiende cent; met die van een ander meer.</translation>
    </message>
    <message>
        <source>Under User authentication settings choose Native App, Read and write and Direct message, and fill in as callback: http://127.0.0.1:47813/signed-in</source>
        <translation>Kies bij User authentication settings voor Native App en Read and write and Direct message, en vul als callback in: http://127.0.0.1:47813/signed-in</translation>
    </message>
    <message>
        <source>Copy the Client ID of OAuth 2.0 and fill it in here.</source>
        <translation>Kopieer de Client ID van OAuth 2.0 en vul die hier in.</translation>
    </message>
    <message>
        <source>Sign in at X in your browser with the firm&apos;s account. Balie never sees your password.</source>
        <translation>Meld je in je browser bij X aan met het account van je bedrijf. Balie ziet je wachtwoord nooit.</translation>
    </message>
    <message>
        <source>Signed in as {handle}: posts that mention you come in, and can be answered.</source>
        <translation>Aangemeld als {handle}: berichten die jou noemen komen binnen en kun je beantwoorden.</translation>
    </message>
    <message>
        <source>Direct messages come in, and can be answered.</source>
        <translation>Privéberichten komen binnen en kun je beantwoorden.</translation>
    </message>
    <message>
        <source>Direct messages: not allowed. Give your app the right Read and write and Direct message at console.x.com, and sign in again.</source>
        <translation>Privéberichten: niet toegestaan. Geef je app op console.x.com het recht Read and write and Direct message en meld je opnieuw aan.</translation>
    </message>
    <message>
        <source>Encrypted messages (XChat) do not come in: read those in the app of X.</source>
        <translation>Versleutelde berichten (XChat) komen niet binnen: lees die in de app van X.</translation>
    </message>
    <message>
        <source>This month about {spent} dollars, of at most {cap}: {read} messages read, {sent} sent. At the limit reading stops.</source>
        <translation>Deze maand ongeveer {spent} dollar, van hooguit {cap}: {read} berichten gelezen, {sent} verstuurd. Op de grens stopt het lezen.</translation>
    </message>
    <message>
        <source>Direct messages come in and can be answered</source>
        <translation>Privéberichten komen binnen en kunnen worden beantwoord</translation>
    </message>
    <message>
        <source>Direct messages do not come in, because this app password does not allow it: make a new one with “Allow access to your direct messages” ticked, and fill it in here.</source>
        <translation>Privéberichten komen niet binnen, omdat dit app-wachtwoord dat niet toestaat: maak een nieuw met “Toegang tot je privéberichten toestaan” aangevinkt en vul het hier in.</translation>
    </message>
    <message>
        <source>Direct messages do not come in: {reason}</source>
        <translation>Privéberichten komen niet binnen: {reason}</translation>
    </message>
</context>
</TS>
