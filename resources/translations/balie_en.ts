<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccountPage</name>
    <message>
        <source>Fetching now</source>
        <translation>Fetching now</translation>
    </message>
    <message>
        <source>Disconnected; its messages stay here.</source>
        <translation>Disconnected; its messages stay here.</translation>
    </message>
    <message>
        <source>Fetch now</source>
        <translation>Fetch now</translation>
    </message>
    <message>
        <source>Change password or settings</source>
        <translation>Change password or settings</translation>
    </message>
    <message>
        <source>Contact form…</source>
        <translation>Contact form…</translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation>Disconnect…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Works for now</source>
        <translation>Works for now</translation>
    </message>
    <message>
        <source>The sign-in ended {moment}. Sign in again.</source>
        <translation>The sign-in ended {moment}. Sign in again.</translation>
    </message>
    <message>
        <source>The sign-in ends {moment}. Sign in again before that.</source>
        <translation>The sign-in ends {moment}. Sign in again before that.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be read and were set apart. Nothing of them is lost.</source>
        <translation>
            <numerusform>%n message could not be read and was set apart. Nothing of it is lost.</numerusform>
            <numerusform>%n messages could not be read and were set apart. Nothing of them is lost.</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages in Balie</source>
        <translation>Messages in Balie</translation>
    </message>
    <message>
        <source>Complete to</source>
        <translation>Complete to</translation>
    </message>
    <message>
        <source>Last looked</source>
        <translation>Last looked</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Next try</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>{local} of {remote}</source>
        <translation>{local} of {remote}</translation>
    </message>
    <message>
        <source>Fetching: {amount}</source>
        <translation>Fetching: {amount}</translation>
    </message>
    <message>
        <source>No connection · {moment}</source>
        <translation>No connection · {moment}</translation>
    </message>
    <message>
        <source>Sign-in ended {moment}</source>
        <translation>Sign-in ended {moment}</translation>
    </message>
    <message>
        <source>Sign-in ends {moment}</source>
        <translation>Sign-in ends {moment}</translation>
    </message>
    <message>
        <source>{amount} · to {moment}</source>
        <translation>{amount} · to {moment}</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) set apart</source>
        <translation>
            <numerusform>%n message set apart</numerusform>
            <numerusform>%n messages set apart</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete to {moment}</source>
        <translation>Complete to {moment}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Go to</source>
        <translation>Go to</translation>
    </message>
    <message>
        <source>This message</source>
        <translation>This message</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>Balie</source>
        <translation>Balie</translation>
    </message>
    <message>
        <source>Next: what dies first</source>
        <translation>Next: what dies first</translation>
    </message>
    <message>
        <source>Assess what came in</source>
        <translation>Assess what came in</translation>
    </message>
    <message>
        <source>One down in the list</source>
        <translation>One down in the list</translation>
    </message>
    <message>
        <source>One up in the list</source>
        <translation>One up in the list</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Snoozed</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>All messages</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Colleagues</translation>
    </message>
    <message>
        <source>The handbook</source>
        <translation>The handbook</translation>
    </message>
    <message>
        <source>Briefings</source>
        <translation>Briefings</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>New colleagues</source>
        <translation>New colleagues</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>Communication</translation>
    </message>
    <message>
        <source>The list</source>
        <translation>The list</translation>
    </message>
    <message>
        <source>The conversation</source>
        <translation>The conversation</translation>
    </message>
    <message>
        <source>The facts beside it</source>
        <translation>The facts beside it</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>First reaction: we have it</source>
        <translation>First reaction: we have it</translation>
    </message>
    <message>
        <source>First reaction, with a promise</source>
        <translation>First reaction, with a promise</translation>
    </message>
    <message>
        <source>It takes longer than promised</source>
        <translation>It takes longer than promised</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Internal note</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>Mark as done</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Snooze</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Ask a colleague</source>
        <translation>Ask a colleague</translation>
    </message>
    <message>
        <source>Procedure: begin it, or go on to the next step</source>
        <translation>Procedure: begin it, or go on to the next step</translation>
    </message>
    <message>
        <source>Procedure: put its text in the answer, or ask its question</source>
        <translation>Procedure: put its text in the answer, or ask its question</translation>
    </message>
    <message>
        <source>Procedure: one step back</source>
        <translation>Procedure: one step back</translation>
    </message>
    <message>
        <source>Procedure: stop</source>
        <translation>Procedure: stop</translation>
    </message>
    <message>
        <source>Procedure: choose one</source>
        <translation>Procedure: choose one</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Product group</source>
        <translation>Product group</translation>
    </message>
    <message>
        <source>VIP, or no VIP any more</source>
        <translation>VIP, or no VIP any more</translation>
    </message>
    <message>
        <source>Press, or no press after all</source>
        <translation>Press, or no press after all</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>No reaction needed</source>
        <translation>No reaction needed</translation>
    </message>
    <message>
        <source>Put together</source>
        <translation>Put together</translation>
    </message>
    <message>
        <source>Link to another message</source>
        <translation>Link to another message</translation>
    </message>
    <message>
        <source>One answer to all that are chosen</source>
        <translation>One answer to all that are chosen</translation>
    </message>
    <message>
        <source>Put under an incident</source>
        <translation>Put under an incident</translation>
    </message>
    <message>
        <source>From public to private</source>
        <translation>From public to private</translation>
    </message>
    <message>
        <source>Log what was said or written</source>
        <translation>Log what was said or written</translation>
    </message>
    <message>
        <source>Keep in the handbook</source>
        <translation>Keep in the handbook</translation>
    </message>
    <message>
        <source>Handbook as PDF</source>
        <translation>Handbook as PDF</translation>
    </message>
    <message>
        <source>Handbook as site</source>
        <translation>Handbook as site</translation>
    </message>
    <message>
        <source>Write down a decision</source>
        <translation>Write down a decision</translation>
    </message>
    <message>
        <source>Questions that come back</source>
        <translation>Questions that come back</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Copy the conversation as text</source>
        <translation>Copy the conversation as text</translation>
    </message>
    <message>
        <source>Note a talk by phone or in the shop</source>
        <translation>Note a talk by phone or in the shop</translation>
    </message>
    <message>
        <source>What is left at the end of the day</source>
        <translation>What is left at the end of the day</translation>
    </message>
    <message>
        <source>Choose or unchoose in the list</source>
        <translation>Choose or unchoose in the list</translation>
    </message>
    <message>
        <source>Choose all in the list</source>
        <translation>Choose all in the list</translation>
    </message>
    <message>
        <source>Send and mark as done</source>
        <translation>Send and mark as done</translation>
    </message>
    <message>
        <source>Send, and keep an eye on it</source>
        <translation>Send, and keep an eye on it</translation>
    </message>
    <message>
        <source>Send at opening time</source>
        <translation>Send at opening time</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Add files</translation>
    </message>
    <message>
        <source>Saved texts and macros</source>
        <translation>Saved texts and macros</translation>
    </message>
    <message>
        <source>Let a draft be made, or stop that</source>
        <translation>Let a draft be made, or stop that</translation>
    </message>
    <message>
        <source>Put in the line to take</source>
        <translation>Put in the line to take</translation>
    </message>
    <message>
        <source>All lines to take</source>
        <translation>All lines to take</translation>
    </message>
    <message>
        <source>What helps: go to it</source>
        <translation>What helps: go to it</translation>
    </message>
    <message>
        <source>What helps: put the chosen one in</source>
        <translation>What helps: put the chosen one in</translation>
    </message>
    <message>
        <source>What helps: open the chosen one</source>
        <translation>What helps: open the chosen one</translation>
    </message>
    <message>
        <source>What helps: show or fold</source>
        <translation>What helps: show or fold</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Bold</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Italic</translation>
    </message>
    <message>
        <source>List</source>
        <translation>List</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>All commands</translation>
    </message>
    <message>
        <source>Undo the last act</source>
        <translation>Undo the last act</translation>
    </message>
    <message>
        <source>Fetch messages now</source>
        <translation>Fetch messages now</translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation>Keep this search</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Connect an account</translation>
    </message>
    <message>
        <source>Import a mailbox</source>
        <translation>Import a mailbox</translation>
    </message>
    <message>
        <source>Show or hide the facts</source>
        <translation>Show or hide the facts</translation>
    </message>
    <message>
        <source>Opening hours and targets</source>
        <translation>Opening hours and targets</translation>
    </message>
    <message>
        <source>Your own rules</source>
        <translation>Your own rules</translation>
    </message>
    <message>
        <source>Your own lists</source>
        <translation>Your own lists</translation>
    </message>
    <message>
        <source>Your own texts</source>
        <translation>Your own texts</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Nederlands / English</source>
        <translation>Nederlands / English</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Light or dark</translation>
    </message>
    <message>
        <source>Closer or wider rows</source>
        <translation>Closer or wider rows</translation>
    </message>
    <message>
        <source>To my own messages</source>
        <translation>To my own messages</translation>
    </message>
    <message>
        <source>Look round with an example firm</source>
        <translation>Look round with an example firm</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>Practise</translation>
    </message>
    <message>
        <source>Contact form for your website</source>
        <translation>Contact form for your website</translation>
    </message>
    <message>
        <source>Platforms that tell by mail</source>
        <translation>Platforms that tell by mail</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>All keys</translation>
    </message>
    <message>
        <source>Close Balie</source>
        <translation>Close Balie</translation>
    </message>
</context>
<context>
    <name>Aids</name>
    <message>
        <source>Nothing here fits this message</source>
        <translation>Nothing here fits this message</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>What helps</translation>
    </message>
    <message>
        <source>means much the same</source>
        <translation>means much the same</translation>
    </message>
    <message>
        <source>the same customer</source>
        <translation>the same customer</translation>
    </message>
    <message>
        <source>sent by “{value}”</source>
        <translation>sent by “{value}”</translation>
    </message>
    <message>
        <source>sent in no. {value}</source>
        <translation>sent in no. {value}</translation>
    </message>
    <message>
        <source>What can be put in</source>
        <translation>What can be put in</translation>
    </message>
    <message>
        <source>Enter puts it in, Esc leaves what you typed</source>
        <translation>Enter puts it in, Esc leaves what you typed</translation>
    </message>
    <message>
        <source>Nothing answers to this</source>
        <translation>Nothing answers to this</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>(no subject)</source>
        <translation>(no subject)</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) wrote</source>
        <translation>
            <numerusform>%n customer wrote</numerusform>
            <numerusform>%n customers wrote</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are too late</source>
        <translation>
            <numerusform>%n message are too late</numerusform>
            <numerusform>%n messages are too late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) have run out</source>
        <translation>
            <numerusform>%n promise have run out</numerusform>
            <numerusform>%n promises have run out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) will run out soon</source>
        <translation>
            <numerusform>%n promise will run out soon</numerusform>
            <numerusform>%n promises will run out soon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are {level} % through their time</source>
        <translation>
            <numerusform>%n message are {level} % through their time</numerusform>
            <numerusform>%n messages are {level} % through their time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerCheck</name>
    <message>
        <source>Still to fill in: {words}</source>
        <translation>Still to fill in: {words}</translation>
    </message>
    <message>
        <source>{words} characters too long</source>
        <translation>{words} characters too long</translation>
    </message>
    <message>
        <source>Answered? “{words}”</source>
        <translation>Answered? “{words}”</translation>
    </message>
    <message>
        <source>“je” and “u” are mixed</source>
        <translation>“je” and “u” are mixed</translation>
    </message>
    <message>
        <source>You say “{words}” here otherwise</source>
        <translation>You say “{words}” here otherwise</translation>
    </message>
    <message>
        <source>No greeting</source>
        <translation>No greeting</translation>
    </message>
    <message>
        <source>No closing line</source>
        <translation>No closing line</translation>
    </message>
    <message>
        <source>What is said on “{words}” no longer holds</source>
        <translation>What is said on “{words}” no longer holds</translation>
    </message>
    <message>
        <source>{words} bytes too long</source>
        <translation>{words} bytes too long</translation>
    </message>
    <message>
        <source>{used} of {limit} bytes</source>
        <translation>{used} of {limit} bytes</translation>
    </message>
    <message>
        <source>Everybody can read this, and it is a complaint: answer in private</source>
        <translation>Everybody can read this, and it is a complaint: answer in private</translation>
    </message>
    <message>
        <source>Signed: {signature}</source>
        <translation>Signed: {signature}</translation>
    </message>
    <message>
        <source>{used} of {limit} characters</source>
        <translation>{used} of {limit} characters</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Ask {name}</source>
        <translation>Ask {name}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>Ask by e-mail</source>
        <translation>Ask by e-mail</translation>
    </message>
    <message>
        <source>May this answer go out?</source>
        <translation>May this answer go out?</translation>
    </message>
    <message>
        <source>I have called</source>
        <translation>I have called</translation>
    </message>
    <message>
        <source>How</source>
        <translation>How</translation>
    </message>
    <message>
        <source>The rule “{rule}” proposes {name}.</source>
        <translation>The rule “{rule}” proposes {name}.</translation>
    </message>
    <message>
        <source>What I asked</source>
        <translation>What I asked</translation>
    </message>
    <message>
        <source>My question</source>
        <translation>My question</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>What was said</translation>
    </message>
    <message>
        <source>The answer to the customer</source>
        <translation>The answer to the customer</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Keep the note</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Ask</translation>
    </message>
    <message>
        <source>no number known</source>
        <translation>no number known</translation>
    </message>
    <message>
        <source>{name}: {phone}. The customer does not see the note.</source>
        <translation>{name}: {phone}. The customer does not see the note.</translation>
    </message>
    <message>
        <source>Goes to {mail} with what the customer wrote. The answer comes in here; the customer does not see it.</source>
        <translation>Goes to {mail} with what the customer wrote. The answer comes in here; the customer does not see it.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Somebody else: to the directory</source>
        <translation>Somebody else: to the directory</translation>
    </message>
    <message>
        <source>Ask a colleague</source>
        <translation>Ask a colleague</translation>
    </message>
    <message>
        <source>Name, department, or what it is about</source>
        <translation>Name, department, or what it is about</translation>
    </message>
    <message>
        <source>A customer writes about “{subject}”. What can I answer?</source>
        <translation>A customer writes about “{subject}”. What can I answer?</translation>
    </message>
    <message>
        <source>Noted what was said</source>
        <translation>Noted what was said</translation>
    </message>
    <message>
        <source>Asked {name}; this waits for the answer</source>
        <translation>Asked {name}; this waits for the answer</translation>
    </message>
    <message>
        <source>The answer is no longer waited for</source>
        <translation>The answer is no longer waited for</translation>
    </message>
    <message>
        <source>Kept: approved</source>
        <translation>Kept: approved</translation>
    </message>
    <message>
        <source>Kept: not approved</source>
        <translation>Kept: not approved</translation>
    </message>
</context>
<context>
    <name>Assessing</name>
    <message>
        <source>{number} followers</source>
        <translation>{number} followers</translation>
    </message>
    <message>
        <source>{number} people saw it</source>
        <translation>{number} people saw it</translation>
    </message>
    <message>
        <source>verified account</source>
        <translation>verified account</translation>
    </message>
    <message>
        <source>reviewer of level {number}</source>
        <translation>reviewer of level {number}</translation>
    </message>
    <message>
        <source>buys for € {number} a year</source>
        <translation>buys for € {number} a year</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>press</source>
        <translation>press</translation>
    </message>
    <message>
        <source>Influence: {score} of 100</source>
        <translation>Influence: {score} of 100</translation>
    </message>
    <message>
        <source>forward to {name}</source>
        <translation>forward to {name}</translation>
    </message>
    <message>
        <source>walk “{name}”</source>
        <translation>walk “{name}”</translation>
    </message>
    <message>
        <source>The rule “{rule}” proposes: {what}</source>
        <translation>The rule “{rule}” proposes: {what}</translation>
    </message>
    <message>
        <source>ask {name}</source>
        <translation>ask {name}</translation>
    </message>
</context>
<context>
    <name>AssistPage</name>
    <message>
        <source>Suggestions: changed</source>
        <translation>Suggestions: changed</translation>
    </message>
    <message>
        <source>Asking the model …</source>
        <translation>Asking the model …</translation>
    </message>
    <message>
        <source>It works. The model said: “{words}”</source>
        <translation>It works. The model said: “{words}”</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Messages that ask the same</source>
        <translation>Messages that ask the same</translation>
    </message>
    <message>
        <source>Pages of the handbook</source>
        <translation>Pages of the handbook</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>A model on this computer says what a message is about and what helps to answer it. It never acts by itself, unless you make a rule of it; nothing leaves this computer.</source>
        <translation>A model on this computer says what a message is about and what helps to answer it. It never acts by itself, unless you make a rule of it; nothing leaves this computer.</translation>
    </message>
    <message>
        <source>What is suggested</source>
        <translation>What is suggested</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>How it stands</translation>
    </message>
    <message>
        <source>Drafts of answers</source>
        <translation>Drafts of answers</translation>
    </message>
    <message>
        <source>Said from</source>
        <translation>Said from</translation>
    </message>
    <message>
        <source>About what</source>
        <translation>About what</translation>
    </message>
    <message>
        <source>For messages in</source>
        <translation>For messages in</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Address of the server</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Name of the model</translation>
    </message>
    <message>
        <source>Suggest something</source>
        <translation>Suggest something</translation>
    </message>
    <message>
        <source>% sure</source>
        <translation>% sure</translation>
    </message>
    <message>
        <source>How sure it has to be</source>
        <translation>How sure it has to be</translation>
    </message>
    <message>
        <source>A language model that runs on this computer itself (Ollama, llama.cpp, LM Studio) can write a draft. It gets the conversation without names and numbers, and the pages of the handbook that are near. You read it and send it yourself.</source>
        <translation>A language model that runs on this computer itself (Ollama, llama.cpp, LM Studio) can write a draft. It gets the conversation without names and numbers, and the pages of the handbook that are near. You read it and send it yourself.</translation>
    </message>
    <message>
        <source>Let drafts be made</source>
        <translation>Let drafts be made</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>The model is not loaded yet.</source>
        <translation>The model is not loaded yet.</translation>
    </message>
    <message>
        <source>The model is being loaded.</source>
        <translation>The model is being loaded.</translation>
    </message>
    <message>
        <source>The model is loaded.</source>
        <translation>The model is loaded.</translation>
    </message>
    <message>
        <source>The model cannot be loaded on this computer; everything else works.</source>
        <translation>The model cannot be loaded on this computer; everything else works.</translation>
    </message>
    <message>
        <source>Looking how it does …</source>
        <translation>Looking how it does …</translation>
    </message>
    <message>
        <source>nothing learnt from you yet; it goes by the examples it came with.</source>
        <translation>nothing learnt from you yet; it goes by the examples it came with.</translation>
    </message>
    <message>
        <source>{of} it is sure of none.</source>
        <translation>{of} it is sure of none.</translation>
    </message>
    <message>
        <source>{of} it would say something of {said} %, and be right in {right} % of those.</source>
        <translation>{of} it would say something of {said} %, and be right in {right} % of those.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) read</source>
        <translation>
            <numerusform>%n message read</numerusform>
            <numerusform>%n messages read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still to be read</source>
        <translation>
            <numerusform>%n still to be read</numerusform>
            <numerusform>%n still to be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n message(s) that you assessed</source>
        <translation>
            <numerusform>of the one message that you assessed</numerusform>
            <numerusform>of %n messages that you assessed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>Open or save</source>
        <translation>Open or save</translation>
    </message>
    <message>
        <source>File {name}</source>
        <translation>File {name}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>This kind of file can harm your computer. Balie never opens it; save it only when you expected it.</source>
        <translation>This kind of file can harm your computer. Balie never opens it; save it only when you expected it.</translation>
    </message>
    <message>
        <source>Take {name} off</source>
        <translation>Take {name} off</translation>
    </message>
</context>
<context>
    <name>Badges</name>
    <message>
        <source>First reaction</source>
        <translation>First reaction</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Next reply</source>
        <translation>Next reply</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>Ring back</source>
        <translation>Ring back</translation>
    </message>
    <message>
        <source>Reply window</source>
        <translation>Reply window</translation>
    </message>
    <message>
        <source>The first reaction is due {moment}.</source>
        <translation>The first reaction is due {moment}.</translation>
    </message>
    <message>
        <source>The answer is due {moment}.</source>
        <translation>The answer is due {moment}.</translation>
    </message>
    <message>
        <source>The next reply is due {moment}.</source>
        <translation>The next reply is due {moment}.</translation>
    </message>
    <message>
        <source>The customer was promised to hear from us {moment}.</source>
        <translation>The customer was promised to hear from us {moment}.</translation>
    </message>
    <message>
        <source>The customer was promised to be rung back {moment}.</source>
        <translation>The customer was promised to be rung back {moment}.</translation>
    </message>
    <message>
        <source>The platform takes answers until {moment}.</source>
        <translation>The platform takes answers until {moment}.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>closed</translation>
    </message>
</context>
<context>
    <name>BlockedPictures</name>
    <message>
        <source>The pictures of this mail are on the internet. Getting them tells the sender that you read it.</source>
        <translation>The pictures of this mail are on the internet. Getting them tells the sender that you read it.</translation>
    </message>
    <message>
        <source>Show them now</source>
        <translation>Show them now</translation>
    </message>
    <message>
        <source>Always for this sender</source>
        <translation>Always for this sender</translation>
    </message>
</context>
<context>
    <name>Briefings</name>
    <message numerus="yes">
        <source>To be read within %n day(s)</source>
        <translation>
            <numerusform>To be read within %n day</numerusform>
            <numerusform>To be read within %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too late</source>
        <translation>
            <numerusform>%n too late</numerusform>
            <numerusform>%n too late</numerusform>
        </translation>
    </message>
    <message>
        <source>Briefings</source>
        <translation>Briefings</translation>
    </message>
    <message>
        <source>New briefing</source>
        <translation>New briefing</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>What the briefing tells</source>
        <translation>What the briefing tells</translation>
    </message>
    <message>
        <source>Who has read it</source>
        <translation>Who has read it</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Mail to who has not read it</source>
        <translation>Mail to who has not read it</translation>
    </message>
    <message>
        <source>What changed, told in one go</source>
        <translation>What changed, told in one go</translation>
    </message>
    <message>
        <source>Balie gathers what changed in the handbook, the rules, the hours, the texts and the decisions. You make it your own, publish it, and see who has read it.</source>
        <translation>Balie gathers what changed in the handbook, the rules, the hours, the texts and the decisions. You make it your own, publish it, and see who has read it.</translation>
    </message>
    <message>
        <source>Make the first briefing</source>
        <translation>Make the first briefing</translation>
    </message>
    <message>
        <source>To be read</source>
        <translation>To be read</translation>
    </message>
    <message>
        <source>Read by {read} of {count}</source>
        <translation>Read by {read} of {count}</translation>
    </message>
    <message>
        <source>should have read it by now</source>
        <translation>should have read it by now</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>not read yet</translation>
    </message>
    <message>
        <source>What changed from {first} to {last}</source>
        <translation>What changed from {first} to {last}</translation>
    </message>
    <message>
        <source>Draft: nobody sees it yet. What you type is kept.</source>
        <translation>Draft: nobody sees it yet. What you type is kept.</translation>
    </message>
    <message>
        <source>Published on {day}, to be read by {due}</source>
        <translation>Published on {day}, to be read by {due}</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>A draft of what changed is ready</source>
        <translation>A draft of what changed is ready</translation>
    </message>
    <message>
        <source>Published: {name}</source>
        <translation>Published: {name}</translation>
    </message>
    <message>
        <source>Thrown away: {name}</source>
        <translation>Thrown away: {name}</translation>
    </message>
    <message>
        <source>{name} has read it</source>
        <translation>{name} has read it</translation>
    </message>
    <message>
        <source>{name} has not read it after all</source>
        <translation>{name} has not read it after all</translation>
    </message>
    <message>
        <source>Copied as text</source>
        <translation>Copied as text</translation>
    </message>
    <message>
        <source>The text is too long to hand over: paste it, Ctrl+V</source>
        <translation>The text is too long to hand over: paste it, Ctrl+V</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>Answered</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Not answered, look at them first: no. {numbers}</source>
        <translation>Not answered, look at them first: no. {numbers}</translation>
    </message>
    <message>
        <source>something was written here since</source>
        <translation>something was written here since</translation>
    </message>
    <message>
        <source>an answer is on its way already</source>
        <translation>an answer is on its way already</translation>
    </message>
    <message>
        <source>the platform takes no answer any more</source>
        <translation>the platform takes no answer any more</translation>
    </message>
    <message>
        <source>no address is known</source>
        <translation>no address is known</translation>
    </message>
    <message>
        <source>noted after a talk: ring back</source>
        <translation>noted after a talk: ring back</translation>
    </message>
    <message>
        <source>its account is not connected</source>
        <translation>its account is not connected</translation>
    </message>
    <message>
        <source>there is no text</source>
        <translation>there is no text</translation>
    </message>
    <message>
        <source>a place is not filled in</source>
        <translation>a place is not filled in</translation>
    </message>
    <message>
        <source>One answer to many</source>
        <translation>One answer to many</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Filled in for each: {names}; after a bar what stands without one.</source>
        <translation>Filled in for each: {names}; after a bar what stands without one.</translation>
    </message>
    <message>
        <source>The text for all</source>
        <translation>The text for all</translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation>Who gets it</translation>
    </message>
    <message>
        <source>What this customer reads</source>
        <translation>What this customer reads</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unknown</translation>
    </message>
    <message numerus="yes">
        <source>Send to %n</source>
        <translation>
            <numerusform>Send to %n</numerusform>
            <numerusform>Send to %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will not get it</source>
        <translation>
            <numerusform>%n will not get it</numerusform>
            <numerusform>%n will not get it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Choose none</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Case</name>
    <message>
        <source>1. In public: we have sent you a message</source>
        <translation>1. In public: we have sent you a message</translation>
    </message>
    <message>
        <source>2. In private: the answer, by e-mail</source>
        <translation>2. In private: the answer, by e-mail</translation>
    </message>
    <message>
        <source>3. In public: this is settled</source>
        <translation>3. In public: this is settled</translation>
    </message>
    <message>
        <source>noted, {moment}</source>
        <translation>noted, {moment}</translation>
    </message>
    <message>
        <source>leaves soon</source>
        <translation>leaves soon</translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>is being sent</translation>
    </message>
    <message>
        <source>sent, {moment}</source>
        <translation>sent, {moment}</translation>
    </message>
    <message>
        <source>may not have arrived</source>
        <translation>may not have arrived</translation>
    </message>
    <message>
        <source>did not arrive</source>
        <translation>did not arrive</translation>
    </message>
    <message>
        <source>From public to private</source>
        <translation>From public to private</translation>
    </message>
    <message>
        <source>The lines of this case</source>
        <translation>The lines of this case</translation>
    </message>
    <message>
        <source>E-mail address; empty: in private on the channel itself</source>
        <translation>E-mail address; empty: in private on the channel itself</translation>
    </message>
    <message>
        <source>E-mail address of the customer</source>
        <translation>E-mail address of the customer</translation>
    </message>
    <message>
        <source>What this line says</source>
        <translation>What this line says</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Said elsewhere</source>
        <translation>Said elsewhere</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>This line waits for the private message.</source>
        <translation>This line waits for the private message.</translation>
    </message>
    <message>
        <source>Everybody can read this line.</source>
        <translation>Everybody can read this line.</translation>
    </message>
    <message>
        <source>A complaint: everybody reads what you answer in public.</source>
        <translation>A complaint: everybody reads what you answer in public.</translation>
    </message>
    <message>
        <source>Noted what was said elsewhere</source>
        <translation>Noted what was said elsewhere</translation>
    </message>
    <message>
        <source>On its way: {line}</source>
        <translation>On its way: {line}</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Change the words</source>
        <translation>Change the words</translation>
    </message>
    <message>
        <source>Make it another kind</source>
        <translation>Make it another kind</translation>
    </message>
    <message>
        <source>Draw an arrow</source>
        <translation>Draw an arrow</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Choice</translation>
    </message>
    <message>
        <source>Ask a colleague</source>
        <translation>Ask a colleague</translation>
    </message>
    <message>
        <source>Send a text</source>
        <translation>Send a text</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Add a step</translation>
    </message>
    <message>
        <source>Add a choice</source>
        <translation>Add a choice</translation>
    </message>
    <message>
        <source>Add: ask a colleague</source>
        <translation>Add: ask a colleague</translation>
    </message>
    <message>
        <source>Add: send a text</source>
        <translation>Add: send a text</translation>
    </message>
    <message>
        <source>Add an end</source>
        <translation>Add an end</translation>
    </message>
    <message>
        <source>Draw an arrow to…</source>
        <translation>Draw an arrow to…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>Do again</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>Tidy up</translation>
    </message>
    <message>
        <source>Put below each other</source>
        <translation>Put below each other</translation>
    </message>
    <message>
        <source>Put beside each other</source>
        <translation>Put beside each other</translation>
    </message>
    <message>
        <source>Spread evenly downward</source>
        <translation>Spread evenly downward</translation>
    </message>
    <message>
        <source>Spread evenly sideways</source>
        <translation>Spread evenly sideways</translation>
    </message>
    <message>
        <source>Number the steps anew</source>
        <translation>Number the steps anew</translation>
    </message>
    <message>
        <source>Choose everything</source>
        <translation>Choose everything</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Actual size</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Show everything</translation>
    </message>
    <message>
        <source>Save as a picture…</source>
        <translation>Save as a picture…</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Flowchart</source>
        <translation>Flowchart</translation>
    </message>
    <message>
        <source>Add the first step</source>
        <translation>Add the first step</translation>
    </message>
    <message>
        <source>No steps yet</source>
        <translation>No steps yet</translation>
    </message>
    <message>
        <source>A procedure says what to do in one kind of case, step by step.</source>
        <translation>A procedure says what to do in one kind of case, step by step.</translation>
    </message>
    <message>
        <source>Go to where the arrow leads, then Enter. Esc: no arrow.</source>
        <translation>Go to where the arrow leads, then Enter. Esc: no arrow.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>What to ask</source>
        <translation>What to ask</translation>
    </message>
    <message>
        <source>What to mind</source>
        <translation>What to mind</translation>
    </message>
    <message>
        <source>Text to send</source>
        <translation>Text to send</translation>
    </message>
    <message>
        <source>How it ends</source>
        <translation>How it ends</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>Department or colleague</source>
        <translation>Department or colleague</translation>
    </message>
    <message>
        <source>Answers, one on each line</source>
        <translation>Answers, one on each line</translation>
    </message>
    <message>
        <source>What is so when it is done</source>
        <translation>What is so when it is done</translation>
    </message>
    <message>
        <source>Ctrl+Enter keeps it, Esc gives it up.</source>
        <translation>Ctrl+Enter keeps it, Esc gives it up.</translation>
    </message>
    <message>
        <source>Not right yet: {count}</source>
        <translation>Not right yet: {count}</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Make it</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>How did it end?</source>
        <translation>How did it end?</translation>
    </message>
    <message>
        <source>Done all the same: write why</source>
        <translation>Done all the same: write why</translation>
    </message>
    <message>
        <source>Done all the same: {reason}</source>
        <translation>Done all the same: {reason}</translation>
    </message>
</context>
<context>
    <name>Communication</name>
    <message>
        <source>by mail</source>
        <translation>by mail</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>by phone</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>in person</translation>
    </message>
    <message>
        <source>in a chat</source>
        <translation>in a chat</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>New post</translation>
    </message>
    <message>
        <source>New statement</source>
        <translation>New statement</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>New list</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Not saved yet</translation>
    </message>
    <message>
        <source>Changed elsewhere meanwhile; saving puts this in its place.</source>
        <translation>Changed elsewhere meanwhile; saving puts this in its place.</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>As it was</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Tell …</source>
        <translation>Tell …</translation>
    </message>
    <message>
        <source>Tell the people on a list, and write down that they were</source>
        <translation>Tell the people on a list, and write down that they were</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>Throw {name} away</source>
        <translation>Throw {name} away</translation>
    </message>
    <message>
        <source>Walk the checklist</source>
        <translation>Walk the checklist</translation>
    </message>
    <message>
        <source>Done, go on</source>
        <translation>Done, go on</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>One step back</translation>
    </message>
    <message>
        <source>Checklist before it is posted</source>
        <translation>Checklist before it is posted</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Name of the list</translation>
    </message>
    <message>
        <source>For which subjects</source>
        <translation>For which subjects</translation>
    </message>
    <message>
        <source>With commas between them: offers, delivery, prices</source>
        <translation>With commas between them: offers, delivery, prices</translation>
    </message>
    <message>
        <source>Who is on it</source>
        <translation>Who is on it</translation>
    </message>
    <message>
        <source>On each line a colleague, a department or a mail address.</source>
        <translation>On each line a colleague, a department or a mail address.</translation>
    </message>
    <message>
        <source>Colleague or department</source>
        <translation>Colleague or department</translation>
    </message>
    <message>
        <source>no mail address</source>
        <translation>no mail address</translation>
    </message>
    <message>
        <source>That is today: {names}</source>
        <translation>That is today: {names}</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>holds</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>still to come</translation>
    </message>
    <message>
        <source>a draft</source>
        <translation>a draft</translation>
    </message>
    <message>
        <source>no longer holds</source>
        <translation>no longer holds</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>withdrawn</translation>
    </message>
    <message>
        <source>not posted yet</source>
        <translation>not posted yet</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Saved: {name}</translation>
    </message>
    <message>
        <source>Thrown away</source>
        <translation>Thrown away</translation>
    </message>
    <message>
        <source>Checklist begun</source>
        <translation>Checklist begun</translation>
    </message>
    <message>
        <source>department</source>
        <translation>department</translation>
    </message>
    <message>
        <source>holds until {day}</source>
        <translation>holds until {day}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Search what is kept here</source>
        <translation>Search what is kept here</translation>
    </message>
    <message>
        <source>What is kept here</source>
        <translation>What is kept here</translation>
    </message>
    <message>
        <source>Nothing has these words in it.</source>
        <translation>Nothing has these words in it.</translation>
    </message>
    <message>
        <source>New one</source>
        <translation>New one</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>not saved yet</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>Communication</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Posted</translation>
    </message>
    <message>
        <source>What we say</source>
        <translation>What we say</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>Who is told</translation>
    </message>
    <message>
        <source>Nothing posted yet</source>
        <translation>Nothing posted yet</translation>
    </message>
    <message>
        <source>Write down what you post, what will be asked about it and the line to take: who asks it gets the line beside his message.</source>
        <translation>Write down what you post, what will be asked about it and the line to take: who asks it gets the line beside his message.</translation>
    </message>
    <message>
        <source>No statements yet</source>
        <translation>No statements yet</translation>
    </message>
    <message>
        <source>What the firm says about a subject, in longer and shorter words, for as long as it holds.</source>
        <translation>What the firm says about a subject, in longer and shorter words, for as long as it holds.</translation>
    </message>
    <message>
        <source>No lists yet</source>
        <translation>No lists yet</translation>
    </message>
    <message>
        <source>Who has to know before customers do, by subject. Telling them is one act, and it stays on record.</source>
        <translation>Who has to know before customers do, by subject. Telling them is one act, and it stays on record.</translation>
    </message>
    <message>
        <source>Write the first one</source>
        <translation>Write the first one</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Newsletter</source>
        <translation>Newsletter</translation>
    </message>
    <message>
        <source>Advertisement</source>
        <translation>Advertisement</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Elsewhere</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>What it is about</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Until and including</source>
        <translation>Until and including</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>By whom</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>The text</translation>
    </message>
    <message>
        <source>Expected questions, and the line to take</source>
        <translation>Expected questions, and the line to take</translation>
    </message>
    <message>
        <source>A question on a line, the line to take below it; an empty line before the next question. Who asks it gets the line beside his message.</source>
        <translation>A question on a line, the line to take below it; an empty line before the next question. Who asks it gets the line beside his message.</translation>
    </message>
    <message>
        <source>Not yet; else: now, 14:30, yesterday 16:00</source>
        <translation>Not yet; else: now, 14:30, yesterday 16:00</translation>
    </message>
    <message>
        <source>Two months when left open</source>
        <translation>Two months when left open</translation>
    </message>
    <message>
        <source>Does the discount count in the shop too?
Yes, through Sunday, as long as we have them.</source>
        <translation>Does the discount count in the shop too?
Yes, through Sunday, as long as we have them.</translation>
    </message>
    <message>
        <source>A draft: it is not offered</source>
        <translation>A draft: it is not offered</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Holds</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>What customers write when this is the answer, a question on each line. Who asks it gets the statement beside his message.</source>
        <translation>What customers write when this is the answer, a question on each line. Who asks it gets the statement beside his message.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Who decides about it</source>
        <translation>Who decides about it</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Asked as</source>
        <translation>Asked as</translation>
    </message>
    <message>
        <source>The same, shorter</source>
        <translation>The same, shorter</translation>
    </message>
    <message>
        <source>The same, shortest</source>
        <translation>The same, shortest</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Until it is withdrawn</source>
        <translation>Until it is withdrawn</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} characters</translation>
    </message>
    <message>
        <source>too long for {channels}</source>
        <translation>too long for {channels}</translation>
    </message>
    <message>
        <source>Tell “{name}”</source>
        <translation>Tell “{name}”</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Goes to</translation>
    </message>
    <message>
        <source>How</source>
        <translation>How</translation>
    </message>
    <message>
        <source>Your mail program opens with it; you send it there.</source>
        <translation>Your mail program opens with it; you send it there.</translation>
    </message>
    <message>
        <source>Balie writes down that they know it.</source>
        <translation>Balie writes down that they know it.</translation>
    </message>
    <message>
        <source>Open the mail</source>
        <translation>Open the mail</translation>
    </message>
    <message>
        <source>They are told</source>
        <translation>They are told</translation>
    </message>
    <message>
        <source>There is no list yet: make one under “Who is told”.</source>
        <translation>There is no list yet: make one under “Who is told”.</translation>
    </message>
    <message>
        <source>Who is told?</source>
        <translation>Who is told?</translation>
    </message>
    <message>
        <source>Told about what?</source>
        <translation>Told about what?</translation>
    </message>
    <message>
        <source>Something else, in your own words</source>
        <translation>Something else, in your own words</translation>
    </message>
    <message>
        <source>post</source>
        <translation>post</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>statement</translation>
    </message>
    <message>
        <source>Told: {name}</source>
        <translation>Told: {name}</translation>
    </message>
    <message>
        <source>Told: {name}. The text is too long to hand over: paste it.</source>
        <translation>Told: {name}. The text is too long to hand over: paste it.</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Draft saved</source>
        <translation>Draft saved</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Internal note</translation>
    </message>
    <message>
        <source>To {recipient}</source>
        <translation>To {recipient}</translation>
    </message>
    <message>
        <source>Only for you; no customer sees it</source>
        <translation>Only for you; no customer sees it</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Write a note</translation>
    </message>
    <message>
        <source>Write your answer</source>
        <translation>Write your answer</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Text of the note</translation>
    </message>
    <message>
        <source>Text of the answer</source>
        <translation>Text of the answer</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Save note</translation>
    </message>
    <message>
        <source>Send, done</source>
        <translation>Send, done</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>picture</translation>
    </message>
</context>
<context>
    <name>Concept</name>
    <message>
        <source>No draft was made</source>
        <translation>No draft was made</translation>
    </message>
    <message>
        <source>The draft stands with message {number}</source>
        <translation>The draft stands with message {number}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>All right</translation>
    </message>
    <message>
        <source>Stop making the draft</source>
        <translation>Stop making the draft</translation>
    </message>
    <message>
        <source>Put the line about the draft away</source>
        <translation>Put the line about the draft away</translation>
    </message>
    <message>
        <source>A draft is being made … {seconds} s</source>
        <translation>A draft is being made … {seconds} s</translation>
    </message>
    <message>
        <source>Draft by {model}: read it before you send it.</source>
        <translation>Draft by {model}: read it before you send it.</translation>
    </message>
    <message>
        <source>It went by: {pages}.</source>
        <translation>It went by: {pages}.</translation>
    </message>
    <message>
        <source>No page of the handbook was near; it went by the message only.</source>
        <translation>No page of the handbook was near; it went by the message only.</translation>
    </message>
</context>
<context>
    <name>DayEnd</name>
    <message>
        <source>Nobody waits for an answer before you open again</source>
        <translation>Nobody waits for an answer before you open again</translation>
    </message>
    <message>
        <source>Nothing was promised for the next open day</source>
        <translation>Nothing was promised for the next open day</translation>
    </message>
    <message>
        <source>Everything was sent</source>
        <translation>Everything was sent</translation>
    </message>
    <message>
        <source>No message about your absence is needed</source>
        <translation>No message about your absence is needed</translation>
    </message>
    <message>
        <source>No briefing waits for a reader who is late</source>
        <translation>No briefing waits for a reader who is late</translation>
    </message>
    <message>
        <source>They wait for an answer before you open again</source>
        <translation>They wait for an answer before you open again</translation>
    </message>
    <message>
        <source>Promised for the next open day or before</source>
        <translation>Promised for the next open day or before</translation>
    </message>
    <message>
        <source>Not sent, or perhaps not</source>
        <translation>Not sent, or perhaps not</translation>
    </message>
    <message>
        <source>You are closed for more than three days, and nobody who writes is told</source>
        <translation>You are closed for more than three days, and nobody who writes is told</translation>
    </message>
    <message>
        <source>They did not confirm in time that they read this</source>
        <translation>They did not confirm in time that they read this</translation>
    </message>
    <message>
        <source>The end of the day</source>
        <translation>The end of the day</translation>
    </message>
    <message>
        <source>You open again {moment}.</source>
        <translation>You open again {moment}.</translation>
    </message>
    <message>
        <source>Show this when I close for the day</source>
        <translation>Show this when I close for the day</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>Back to work</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Close anyway</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>and {n} more</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>Written down as decision {number}</source>
        <translation>Written down as decision {number}</translation>
    </message>
    <message>
        <source>Correct a decision</source>
        <translation>Correct a decision</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>What was decided</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>On which day</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>With whom</translation>
    </message>
    <message>
        <source>Names, with commas between them</source>
        <translation>Names, with commas between them</translation>
    </message>
    <message>
        <source>About what</source>
        <translation>About what</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>Write it down</translation>
    </message>
    <message>
        <source>Take off: {name}</source>
        <translation>Take off: {name}</translation>
    </message>
    <message>
        <source>Add a page, incident or question</source>
        <translation>Add a page, incident or question</translation>
    </message>
    <message>
        <source>Write down a decision</source>
        <translation>Write down a decision</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>Words, a name, or what it is about</source>
        <translation>Words, a name, or what it is about</translation>
    </message>
    <message>
        <source>Search the decisions</source>
        <translation>Search the decisions</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>No decision has these words in it.</source>
        <translation>No decision has these words in it.</translation>
    </message>
    <message>
        <source>Also what was corrected</source>
        <translation>Also what was corrected</translation>
    </message>
    <message>
        <source>New decision</source>
        <translation>New decision</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>With whom</translation>
    </message>
    <message>
        <source>About what</source>
        <translation>About what</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>Correct it</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>What you agree on stands here</source>
        <translation>What you agree on stands here</translation>
    </message>
    <message>
        <source>What was decided, why, when and with whom: so that nobody has to ask again, and a new colleague knows why things are as they are. Shift+D writes one down from a message.</source>
        <translation>What was decided, why, when and with whom: so that nobody has to ask again, and a new colleague knows why things are as they are. Shift+D writes one down from a message.</translation>
    </message>
    <message>
        <source>Write down a decision</source>
        <translation>Write down a decision</translation>
    </message>
    <message>
        <source>Decision {number} of {day}</source>
        <translation>Decision {number} of {day}</translation>
    </message>
    <message>
        <source>No longer holds: see decision {number}</source>
        <translation>No longer holds: see decision {number}</translation>
    </message>
    <message>
        <source>Takes the place of decision {number}</source>
        <translation>Takes the place of decision {number}</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corrected</translation>
    </message>
    <message>
        <source>Copied as text</source>
        <translation>Copied as text</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>It was sent</source>
        <translation>It was sent</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Sent with another program</source>
        <translation>Sent with another program</translation>
    </message>
    <message>
        <source>Waits for a connection</source>
        <translation>Waits for a connection</translation>
    </message>
    <message>
        <source>Not sent yet, next try {moment}</source>
        <translation>Not sent yet, next try {moment}</translation>
    </message>
    <message>
        <source>Goes out {moment}</source>
        <translation>Goes out {moment}</translation>
    </message>
    <message>
        <source>Goes out in {n} s</source>
        <translation>Goes out in {n} s</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>Waits to be sent</translation>
    </message>
</context>
<context>
    <name>Directory</name>
    <message>
        <source>Saved: {name}</source>
        <translation>Saved: {name}</translation>
    </message>
    <message>
        <source>Taken out: {name}</source>
        <translation>Taken out: {name}</translation>
    </message>
    <message>
        <source>Responsibilities</source>
        <translation>Responsibilities</translation>
    </message>
    <message>
        <source>Responsibilities as PDF</source>
        <translation>Responsibilities as PDF</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Knows about</source>
        <translation>Knows about</translation>
    </message>
    <message>
        <source>Is there</source>
        <translation>Is there</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
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
        <translation>Deputy</translation>
    </message>
    <message>
        <source>returns, invoices, induction</source>
        <translation>returns, invoices, induction</translation>
    </message>
    <message>
        <source>Mon to Thu until 15:00</source>
        <translation>Mon to Thu until 15:00</translation>
    </message>
    <message>
        <source>Is asked first about this department</source>
        <translation>Is asked first about this department</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Colleagues</translation>
    </message>
    <message>
        <source>Whom you ask when you do not know the answer. They need no account: they answer by e-mail, and what they write comes in with the message.</source>
        <translation>Whom you ask when you do not know the answer. They need no account: they answer by e-mail, and what they write comes in with the message.</translation>
    </message>
    <message>
        <source>Who knows about…</source>
        <translation>Who knows about…</translation>
    </message>
    <message>
        <source>Who knows about</source>
        <translation>Who knows about</translation>
    </message>
    <message>
        <source>New colleague</source>
        <translation>New colleague</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>Nobody knows about this yet</source>
        <translation>Nobody knows about this yet</translation>
    </message>
    <message>
        <source>Nobody is in the directory yet</source>
        <translation>Nobody is in the directory yet</translation>
    </message>
</context>
<context>
    <name>Doing</name>
    <message>
        <source>Undone: {act}</source>
        <translation>Undone: {act}</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be changed like this</source>
        <translation>
            <numerusform>%n could not be changed like this</numerusform>
            <numerusform>%n could not be changed like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>The example firm is being set up</source>
        <translation>The example firm is being set up</translation>
    </message>
    <message>
        <source>The example firm opens in a window of its own</source>
        <translation>The example firm opens in a window of its own</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Write a moment to come, such as tomorrow 10:00.</source>
        <translation>Write a moment to come, such as tomorrow 10:00.</translation>
    </message>
    <message>
        <source>Write a moment that is over, such as 14:30.</source>
        <translation>Write a moment that is over, such as 14:30.</translation>
    </message>
    <message>
        <source>Noted as no. {number}</source>
        <translation>Noted as no. {number}</translation>
    </message>
    <message>
        <source>Note a talk</source>
        <translation>Note a talk</translation>
    </message>
    <message>
        <source>Nothing is left to do</source>
        <translation>Nothing is left to do</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Keep the note</translation>
    </message>
    <message>
        <source>Just now; or such as 14:30, or yesterday 16:00</source>
        <translation>Just now; or such as 14:30, or yesterday 16:00</translation>
    </message>
    <message>
        <source>Such as tomorrow 10:00, or in 2 hours</source>
        <translation>Such as tomorrow 10:00, or in 2 hours</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Number or address</source>
        <translation>Number or address</translation>
    </message>
    <message>
        <source>About what</source>
        <translation>About what</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Ring back</source>
        <translation>Ring back</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>By phone</translation>
    </message>
    <message>
        <source>In the shop</source>
        <translation>In the shop</translation>
    </message>
    <message>
        <source>They called</source>
        <translation>They called</translation>
    </message>
    <message>
        <source>They came</source>
        <translation>They came</translation>
    </message>
    <message>
        <source>We called</source>
        <translation>We called</translation>
    </message>
    <message>
        <source>We went there</source>
        <translation>We went there</translation>
    </message>
    <message>
        <source>Write what it was about.</source>
        <translation>Write what it was about.</translation>
    </message>
    <message>
        <source>Talking for {time}</source>
        <translation>Talking for {time}</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Customer</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>Clocks</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Belongs to</translation>
    </message>
    <message>
        <source>Also of this customer</source>
        <translation>Also of this customer</translation>
    </message>
    <message>
        <source>Incident: {title}</source>
        <translation>Incident: {title}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Product group</source>
        <translation>Product group</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>Add a label</translation>
    </message>
    <message>
        <source>Link a message</source>
        <translation>Link a message</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>Copy {handle}</source>
        <translation>Copy {handle}</translation>
    </message>
    <message>
        <source>Follows an earlier message</source>
        <translation>Follows an earlier message</translation>
    </message>
    <message>
        <source>Take {name} off</source>
        <translation>Take {name} off</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>First reaction</source>
        <translation>First reaction</translation>
    </message>
    <message>
        <source>Next reply</source>
        <translation>Next reply</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Ring back</source>
        <translation>Ring back</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>Reply window</source>
        <translation>Reply window</translation>
    </message>
    <message>
        <source>{clock}: in time</source>
        <translation>{clock}: in time</translation>
    </message>
    <message>
        <source>{clock}: too late</source>
        <translation>{clock}: too late</translation>
    </message>
    <message>
        <source>{clock} before {moment}</source>
        <translation>{clock} before {moment}</translation>
    </message>
    <message>
        <source>Asleep until {moment}, or until the customer writes</source>
        <translation>Asleep until {moment}, or until the customer writes</translation>
    </message>
    <message>
        <source>Asleep until {moment}, also when the customer writes</source>
        <translation>Asleep until {moment}, also when the customer writes</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(no subject)</translation>
    </message>
    <message>
        <source>with us {amount}</source>
        <translation>with us {amount}</translation>
    </message>
    <message>
        <source>customer {amount}</source>
        <translation>customer {amount}</translation>
    </message>
    <message>
        <source>colleague {amount}</source>
        <translation>colleague {amount}</translation>
    </message>
    <message>
        <source>with nobody {amount}</source>
        <translation>with nobody {amount}</translation>
    </message>
    <message>
        <source>because of the customer</source>
        <translation>because of the customer</translation>
    </message>
    <message>
        <source>because of the priority</source>
        <translation>because of the priority</translation>
    </message>
    <message>
        <source>because of the channel</source>
        <translation>because of the channel</translation>
    </message>
    <message>
        <source>Plan: {name}</source>
        <translation>Plan: {name}</translation>
    </message>
    <message>
        <source>No reaction: {reason}</source>
        <translation>No reaction: {reason}</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Add files</source>
        <translation>Add files</translation>
    </message>
    <message>
        <source>Save file</source>
        <translation>Save file</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Saved as {name}</translation>
    </message>
    <message>
        <source>No program of this computer opens {name}. Save it instead.</source>
        <translation>No program of this computer opens {name}. Save it instead.</translation>
    </message>
    <message>
        <source>Not all pictures could be had.</source>
        <translation>Not all pictures could be had.</translation>
    </message>
    <message>
        <source>{name} is opened by another program of this computer. Open it only when you know who it is from and expected it.</source>
        <translation>{name} is opened by another program of this computer. Open it only when you know who it is from and expected it.</translation>
    </message>
    <message>
        <source>Open this file?</source>
        <translation>Open this file?</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>Do not open</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>Fill</name>
    <message>
        <source>The text as it will be</source>
        <translation>The text as it will be</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Going</name>
    <message>
        <source>go to</source>
        <translation>go to</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>What do you want to do?</translation>
    </message>
    <message>
        <source>Type a command or a place</source>
        <translation>Type a command or a place</translation>
    </message>
</context>
<context>
    <name>Handbook</name>
    <message>
        <source>It has no title.</source>
        <translation>It has no title.</translation>
    </message>
    <message>
        <source>It has no steps yet.</source>
        <translation>It has no steps yet.</translation>
    </message>
    <message>
        <source>Nothing says where it begins.</source>
        <translation>Nothing says where it begins.</translation>
    </message>
    <message>
        <source>There is more than one step {step}.</source>
        <translation>There is more than one step {step}.</translation>
    </message>
    <message>
        <source>Nothing leads to step {step}.</source>
        <translation>Nothing leads to step {step}.</translation>
    </message>
    <message>
        <source>Step {step} does not say what comes next.</source>
        <translation>Step {step} does not say what comes next.</translation>
    </message>
    <message>
        <source>Step {step}: “{value}” leads nowhere yet.</source>
        <translation>Step {step}: “{value}” leads nowhere yet.</translation>
    </message>
    <message>
        <source>Step {step} is a choice and needs two answers or more.</source>
        <translation>Step {step} is a choice and needs two answers or more.</translation>
    </message>
    <message>
        <source>Step {step} has the answer “{value}” twice.</source>
        <translation>Step {step} has the answer “{value}” twice.</translation>
    </message>
    <message>
        <source>Step {step} has an answer without words.</source>
        <translation>Step {step} has an answer without words.</translation>
    </message>
    <message>
        <source>Step {step} leads to step {value}, which is not there.</source>
        <translation>Step {step} leads to step {value}, which is not there.</translation>
    </message>
    <message>
        <source>It begins at step {value}, which is not there.</source>
        <translation>It begins at step {value}, which is not there.</translation>
    </message>
    <message>
        <source>Step {step} has no text.</source>
        <translation>Step {step} has no text.</translation>
    </message>
    <message>
        <source>Step {step} does not say which text to send.</source>
        <translation>Step {step} does not say which text to send.</translation>
    </message>
    <message>
        <source>Step {step} does not say how it ends.</source>
        <translation>Step {step} does not say how it ends.</translation>
    </message>
    <message>
        <source>From step {step} on it goes round and never ends.</source>
        <translation>From step {step} on it goes round and never ends.</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Put away</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>How far it is</translation>
    </message>
    <message>
        <source>What could not be read</source>
        <translation>What could not be read</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Reading {name}…</translation>
    </message>
    <message>
        <source>From the folder {name}</source>
        <translation>From the folder {name}</translation>
    </message>
    <message>
        <source>The folder {name} cannot be written to. ({why})</source>
        <translation>The folder {name} cannot be written to. ({why})</translation>
    </message>
    <message>
        <source>The starter handbook is brought in…</source>
        <translation>The starter handbook is brought in…</translation>
    </message>
    <message>
        <source>The starter handbook is there: {pages}; change what you like</source>
        <translation>The starter handbook is there: {pages}; change what you like</translation>
    </message>
    <message>
        <source>Folder with pages of a handbook</source>
        <translation>Folder with pages of a handbook</translation>
    </message>
    <message>
        <source>Folder to write the pages into</source>
        <translation>Folder to write the pages into</translation>
    </message>
    <message>
        <source>Line {line}: there is no page “{name}” in this language.</source>
        <translation>Line {line}: there is no page “{name}” in this language.</translation>
    </message>
    <message>
        <source>Line {line}: the picture “{name}” is not there. Put it in again.</source>
        <translation>Line {line}: the picture “{name}” is not there. Put it in again.</translation>
    </message>
    <message>
        <source>Line {line}: {what}</source>
        <translation>Line {line}: {what}</translation>
    </message>
    <message>
        <source>Version {number} put back</source>
        <translation>Version {number} put back</translation>
    </message>
    <message>
        <source>New page</source>
        <translation>New page</translation>
    </message>
    <message>
        <source>This can be shown once what is wrong in it is put right.</source>
        <translation>This can be shown once what is wrong in it is put right.</translation>
    </message>
    <message>
        <source>Another version was saved since you began to write this.</source>
        <translation>Another version was saved since you began to write this.</translation>
    </message>
    <message>
        <source>Not saved yet; it stays here, also when you go away.</source>
        <translation>Not saved yet; it stays here, also when you go away.</translation>
    </message>
    <message>
        <source>Everything is saved.</source>
        <translation>Everything is saved.</translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation>Text of the page</translation>
    </message>
    <message>
        <source>How it will look</source>
        <translation>How it will look</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Why this change? (may be left out)</source>
        <translation>Why this change? (may be left out)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Back to reading</source>
        <translation>Back to reading</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Bold</translation>
    </message>
    <message>
        <source>List</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Link to a page</source>
        <translation>Link to a page</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Review on</source>
        <translation>Review on</translation>
    </message>
    <message>
        <source>To be reviewed on</source>
        <translation>To be reviewed on</translation>
    </message>
    <message>
        <source>To be put right</source>
        <translation>To be put right</translation>
    </message>
    <message>
        <source>Nothing to be put right.</source>
        <translation>Nothing to be put right.</translation>
    </message>
    <message>
        <source>That day has come: read it again.</source>
        <translation>That day has come: read it again.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>First reaction within {time}</source>
        <translation>First reaction within {time}</translation>
    </message>
    <message>
        <source>Done within {time}</source>
        <translation>Done within {time}</translation>
    </message>
    <message>
        <source>to be reviewed</source>
        <translation>to be reviewed</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} of {all}</translation>
    </message>
    <message>
        <source>To be reviewed ({number})</source>
        <translation>To be reviewed ({number})</translation>
    </message>
    <message>
        <source>SOPs</source>
        <translation>SOPs</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>All departments</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>All labels</translation>
    </message>
    <message>
        <source>Search title and text</source>
        <translation>Search title and text</translation>
    </message>
    <message>
        <source>Search the handbook</source>
        <translation>Search the handbook</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>No page has all this.</source>
        <translation>No page has all this.</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>New article</translation>
    </message>
    <message>
        <source>New SOP</source>
        <translation>New SOP</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>not saved yet</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>Handbook</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Import a folder</translation>
    </message>
    <message>
        <source>As PDF</source>
        <translation>As PDF</translation>
    </message>
    <message>
        <source>As site</source>
        <translation>As site</translation>
    </message>
    <message>
        <source>Export to a folder</source>
        <translation>Export to a folder</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nothing chosen</translation>
    </message>
    <message>
        <source>Choose a page at the left, or write a new one.</source>
        <translation>Choose a page at the left, or write a new one.</translation>
    </message>
    <message>
        <source>Write the first page</source>
        <translation>Write the first page</translation>
    </message>
    <message>
        <source>What everybody should know stands here</source>
        <translation>What everybody should know stands here</translation>
    </message>
    <message>
        <source>Articles to look things up in, and SOPs: what you do step by step when a complaint, a late parcel or an angry customer comes in. So every case is treated the same way, whoever is at the desk.</source>
        <translation>Articles to look things up in, and SOPs: what you do step by step when a complaint, a late parcel or an angry customer comes in. So every case is treated the same way, whoever is at the desk.</translation>
    </message>
    <message>
        <source>Bring in the starter handbook</source>
        <translation>Bring in the starter handbook</translation>
    </message>
    <message>
        <source>Read in {language}</source>
        <translation>Read in {language}</translation>
    </message>
    <message>
        <source>Write in {language} too</source>
        <translation>Write in {language} too</translation>
    </message>
    <message>
        <source>Back to the page before (Alt+Left)</source>
        <translation>Back to the page before (Alt+Left)</translation>
    </message>
    <message>
        <source>On to the page after it (Alt+Right)</source>
        <translation>On to the page after it (Alt+Right)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>The page</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Choice</translation>
    </message>
    <message>
        <source>Ask a colleague</source>
        <translation>Ask a colleague</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>Begin at step</source>
        <translation>Begin at step</translation>
    </message>
    <message>
        <source>Go on with step</source>
        <translation>Go on with step</translation>
    </message>
    <message>
        <source>nowhere yet</source>
        <translation>nowhere yet</translation>
    </message>
    <message>
        <source>step {number}</source>
        <translation>step {number}</translation>
    </message>
    <message>
        <source>There is no such page: {name}</source>
        <translation>There is no such page: {name}</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Version {number}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>now</translation>
    </message>
    <message>
        <source>you</source>
        <translation>you</translation>
    </message>
    <message>
        <source>Compared with version {number}</source>
        <translation>Compared with version {number}</translation>
    </message>
    <message>
        <source>Compared with nothing: it is the first</source>
        <translation>Compared with nothing: it is the first</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Compared with</translation>
    </message>
    <message>
        <source>They say the same.</source>
        <translation>They say the same.</translation>
    </message>
    <message>
        <source>Put this one back</source>
        <translation>Put this one back</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>What changed</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Dutch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>SOP</source>
        <translation>SOP</translation>
    </message>
    <message>
        <source>This is the page as it was; write it in {language}.</source>
        <translation>This is the page as it was; write it in {language}.</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Saved: {name}</translation>
    </message>
    <message>
        <source>Thrown away: {name}</source>
        <translation>Thrown away: {name}</translation>
    </message>
    <message>
        <source>Link to which page?</source>
        <translation>Link to which page?</translation>
    </message>
    <message>
        <source>Title of a page</source>
        <translation>Title of a page</translation>
    </message>
    <message>
        <source>The picture could not be written. ({why})</source>
        <translation>The picture could not be written. ({why})</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stopped %n time(s)</source>
        <translation>
            <numerusform>stopped %n time</numerusform>
            <numerusform>stopped %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s): edit the page to see which</source>
        <translation>
            <numerusform>%n thing: edit the page to see which</numerusform>
            <numerusform>%n things: edit the page to see which</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) before it can be saved</source>
        <translation>
            <numerusform>%n thing before it can be saved</numerusform>
            <numerusform>%n things before it can be saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to be put right, now or later</source>
        <translation>
            <numerusform>%n thing to be put right, now or later</numerusform>
            <numerusform>%n things to be put right, now or later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) added</source>
        <translation>
            <numerusform>%n line added</numerusform>
            <numerusform>%n lines added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) removed</source>
        <translation>
            <numerusform>%n line removed</numerusform>
            <numerusform>%n lines removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) the same</source>
        <translation>
            <numerusform>%n line the same</numerusform>
            <numerusform>%n lines the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be read</source>
        <translation>
            <numerusform>%n thing could not be read</numerusform>
            <numerusform>%n things could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saving %n page(s)…</source>
        <translation>
            <numerusform>Saving %n page…</numerusform>
            <numerusform>Saving %n pages…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) saved</source>
        <translation>
            <numerusform>%n page saved</numerusform>
            <numerusform>%n pages saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already said the same</source>
        <translation>
            <numerusform>%n already said the same</numerusform>
            <numerusform>%n already said the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Writing %n page(s)…</source>
        <translation>
            <numerusform>Writing %n page…</numerusform>
            <numerusform>Writing %n pages…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written, the others were so already</source>
        <translation>
            <numerusform>%n file written, the others were so already</numerusform>
            <numerusform>%n files written, the others were so already</numerusform>
        </translation>
    </message>
    <message>
        <source>Where does the PDF go?</source>
        <translation>Where does the PDF go?</translation>
    </message>
    <message>
        <source>Folder for the site</source>
        <translation>Folder for the site</translation>
    </message>
    <message>
        <source>The PDF is made…</source>
        <translation>The PDF is made…</translation>
    </message>
    <message>
        <source>{name} is written: {pages}</source>
        <translation>{name} is written: {pages}</translation>
    </message>
    <message>
        <source>The site is made…</source>
        <translation>The site is made…</translation>
    </message>
    <message>
        <source>The site is in {name}; it begins at {index}</source>
        <translation>The site is in {name}; it begins at {index}</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Walked</source>
        <translation>Walked</translation>
    </message>
    <message>
        <source>Where it stops</source>
        <translation>Where it stops</translation>
    </message>
    <message>
        <source>before its first step</source>
        <translation>before its first step</translation>
    </message>
    <message>
        <source>{number} to the end</source>
        <translation>{number} to the end</translation>
    </message>
    <message>
        <source>{number} stopped</source>
        <translation>{number} stopped</translation>
    </message>
    <message>
        <source>{number} still open</source>
        <translation>{number} still open</translation>
    </message>
    <message>
        <source>mostly takes {time}</source>
        <translation>mostly takes {time}</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>picture</translation>
    </message>
    <message>
        <source>Picture for this page</source>
        <translation>Picture for this page</translation>
    </message>
</context>
<context>
    <name>Hours</name>
    <message>
        <source>Changed: {what}</source>
        <translation>Changed: {what}</translation>
    </message>
    <message>
        <source>24 dec, 2026-12-24</source>
        <translation>24 dec, 2026-12-24</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>As usual again: {day}</source>
        <translation>As usual again: {day}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>Why (for yourself)</source>
        <translation>Why (for yourself)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Add a date that differs</source>
        <translation>Add a date that differs</translation>
    </message>
    <message>
        <source>The Netherlands</source>
        <translation>The Netherlands</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>Belgium</translation>
    </message>
    <message>
        <source>No holidays</source>
        <translation>No holidays</translation>
    </message>
    <message>
        <source>Holidays of {country}</source>
        <translation>Holidays of {country}</translation>
    </message>
    <message>
        <source>We are open</source>
        <translation>We are open</translation>
    </message>
    <message>
        <source>We are closed</source>
        <translation>We are closed</translation>
    </message>
    <message>
        <source>not confirmed yet</source>
        <translation>not confirmed yet</translation>
    </message>
    <message>
        <source>Opening hours and targets</source>
        <translation>Opening hours and targets</translation>
    </message>
    <message>
        <source>Write 9:00-12:30, 13:00-17:30. Clocks follow at once.</source>
        <translation>Write 9:00-12:30, 13:00-17:30. Clocks follow at once.</translation>
    </message>
    <message>
        <source>Dates that differ</source>
        <translation>Dates that differ</translation>
    </message>
    <message>
        <source>These go before the week and the holidays.</source>
        <translation>These go before the week and the holidays.</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Holidays</translation>
    </message>
    <message>
        <source>On an open holiday the hours of its weekday count.</source>
        <translation>On an open holiday the hours of its weekday count.</translation>
    </message>
    <message>
        <source>Questions to colleagues</source>
        <translation>Questions to colleagues</translation>
    </message>
    <message>
        <source>Counted from when the question went out.</source>
        <translation>Counted from when the question went out.</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>At most three plans, one of them for everybody. A plan for a customer goes before one for a priority, that before a channel.</source>
        <translation>At most three plans, one of them for everybody. A plan for a customer goes before one for a priority, that before a channel.</translation>
    </message>
    <message>
        <source>Add the plan “{name}”</source>
        <translation>Add the plan “{name}”</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>First reaction within</source>
        <translation>First reaction within</translation>
    </message>
    <message>
        <source>In evening hours within</source>
        <translation>In evening hours within</translation>
    </message>
    <message>
        <source>Answer within</source>
        <translation>Answer within</translation>
    </message>
    <message>
        <source>Next reply within</source>
        <translation>Next reply within</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Channels</translation>
    </message>
    <message>
        <source>Priorities</source>
        <translation>Priorities</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>of evening and opening time</source>
        <translation>of evening and opening time</translation>
    </message>
    <message>
        <source>Take this plan out</source>
        <translation>Take this plan out</translation>
    </message>
    <message>
        <source>at opening</source>
        <translation>at opening</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>all</source>
        <translation>all</translation>
    </message>
    <message>
        <source>For whom is “{name}”?</source>
        <translation>For whom is “{name}”?</translation>
    </message>
    <message>
        <source>The address of a customer</source>
        <translation>The address of a customer</translation>
    </message>
    <message>
        <source>Evening or weekend: closed, but somebody reacts</source>
        <translation>Evening or weekend: closed, but somebody reacts</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nobody</translation>
    </message>
    <message>
        <source>opening time</source>
        <translation>opening time</translation>
    </message>
    <message>
        <source>day and night on open days</source>
        <translation>day and night on open days</translation>
    </message>
    <message>
        <source>day and night, every day</source>
        <translation>day and night, every day</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} d</translation>
    </message>
    <message>
        <source>Remind the colleague after</source>
        <translation>Remind the colleague after</translation>
    </message>
    <message>
        <source>Ask the deputy after</source>
        <translation>Ask the deputy after</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Import a mailbox</source>
        <translation>Import a mailbox</translation>
    </message>
    <message>
        <source>Looking at {name}</source>
        <translation>Looking at {name}</translation>
    </message>
    <message>
        <source>{name} could not be read ({reason}).</source>
        <translation>{name} could not be read ({reason}).</translation>
    </message>
    <message>
        <source>{count} messages still to be put in place</source>
        <translation>{count} messages still to be put in place</translation>
    </message>
    <message>
        <source>{count} messages read</source>
        <translation>{count} messages read</translation>
    </message>
    <message>
        <source>Stopped; choose it again to go on.</source>
        <translation>Stopped; choose it again to go on.</translation>
    </message>
    <message>
        <source>Old mail becomes part of your history: you find it again, and Balie knows your customers. The same mailbox twice adds nothing, and you can stop and go on.</source>
        <translation>Old mail becomes part of your history: you find it again, and Balie knows your customers. The same mailbox twice adds nothing, and you can stop and go on.</translation>
    </message>
    <message>
        <source>This mail belongs to</source>
        <translation>This mail belongs to</translation>
    </message>
    <message>
        <source>No account: only to look things up</source>
        <translation>No account: only to look things up</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>An mbox file (Thunderbird, Gmail) or .eml</source>
        <translation>An mbox file (Thunderbird, Gmail) or .eml</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Choose a folder</translation>
    </message>
    <message>
        <source>A Maildir, or a folder with .eml files</source>
        <translation>A Maildir, or a folder with .eml files</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>See what came in</source>
        <translation>See what came in</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) read</source>
        <translation>
            <numerusform>%n message read</numerusform>
            <numerusform>%n messages read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them new</source>
        <translation>
            <numerusform>%n of them new</numerusform>
            <numerusform>%n of them new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>(no subject)</source>
        <translation>(no subject)</translation>
    </message>
    <message>
        <source>until {moment}</source>
        <translation>until {moment}</translation>
    </message>
    <message>
        <source>priority {name}</source>
        <translation>priority {name}</translation>
    </message>
    <message>
        <source>somebody new writes in this conversation</source>
        <translation>somebody new writes in this conversation</translation>
    </message>
    <message>
        <source>Stands higher because its priority is {name}.</source>
        <translation>Stands higher because its priority is {name}.</translation>
    </message>
    <message>
        <source>Stands lower because its priority is low.</source>
        <translation>Stands lower because its priority is low.</translation>
    </message>
    <message>
        <source>Comes back {moment}.</source>
        <translation>Comes back {moment}.</translation>
    </message>
    <message>
        <source>No clock runs: nobody waits for you here.</source>
        <translation>No clock runs: nobody waits for you here.</translation>
    </message>
</context>
<context>
    <name>InboxPanel</name>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Search all messages</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Busy</translation>
    </message>
    <message>
        <source>Opening your messages</source>
        <translation>Opening your messages</translation>
    </message>
    <message>
        <source>Connect your mailbox</source>
        <translation>Connect your mailbox</translation>
    </message>
    <message>
        <source>Then the messages of your customers come in here.</source>
        <translation>Then the messages of your customers come in here.</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Add account</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>No message in this list holds all these words.</source>
        <translation>No message in this list holds all these words.</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Clear search</translation>
    </message>
    <message>
        <source>Words, or for example: from:anna  state:open  priority:high  is:late
&quot;to the letter&quot;  -not  has:attachment  after:monday  label:vip   (key /)</source>
        <translation>Words, or for example: from:anna  state:open  priority:high  is:late
&quot;to the letter&quot;  -not  has:attachment  after:monday  label:vip   (key /)</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>All done</translation>
    </message>
    <message>
        <source>No customer is waiting for an answer from you.</source>
        <translation>No customer is waiting for an answer from you.</translation>
    </message>
    <message>
        <source>Nothing is asleep</source>
        <translation>Nothing is asleep</translation>
    </message>
    <message>
        <source>With S you put a message out of sight until a moment that suits you.</source>
        <translation>With S you put a message out of sight until a moment that suits you.</translation>
    </message>
    <message>
        <source>No spam</source>
        <translation>No spam</translation>
    </message>
    <message>
        <source>Nobody to wait for</source>
        <translation>Nobody to wait for</translation>
    </message>
    <message>
        <source>Messages that wait for a customer or colleague.</source>
        <translation>Messages that wait for a customer or colleague.</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Nothing here yet</translation>
    </message>
    <message>
        <source>Messages that you have answered or closed.</source>
        <translation>Messages that you have answered or closed.</translation>
    </message>
</context>
<context>
    <name>Incidents</name>
    <message>
        <source>Under no incident</source>
        <translation>Under no incident</translation>
    </message>
    <message>
        <source>Put under an incident</source>
        <translation>Put under an incident</translation>
    </message>
    <message>
        <source>Choose an incident, or type what went wrong</source>
        <translation>Choose an incident, or type what went wrong</translation>
    </message>
    <message>
        <source>Incident opened: {name}</source>
        <translation>Incident opened: {name}</translation>
    </message>
    <message>
        <source>Incident: {name}</source>
        <translation>Incident: {name}</translation>
    </message>
    <message>
        <source>Under no incident any more</source>
        <translation>Under no incident any more</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>It is over: close it</source>
        <translation>It is over: close it</translation>
    </message>
    <message>
        <source>It is not over: open it again</source>
        <translation>It is not over: open it again</translation>
    </message>
    <message>
        <source>Show its messages</source>
        <translation>Show its messages</translation>
    </message>
    <message>
        <source>Answer all its messages</source>
        <translation>Answer all its messages</translation>
    </message>
    <message>
        <source>Or type how it stands</source>
        <translation>Or type how it stands</translation>
    </message>
    <message>
        <source>It stands like this: {status}</source>
        <translation>It stands like this: {status}</translation>
    </message>
    <message>
        <source>over</source>
        <translation>over</translation>
    </message>
    <message>
        <source>{waiting} of {count} wait for us</source>
        <translation>{waiting} of {count} wait for us</translation>
    </message>
    <message>
        <source>New incident “{name}”</source>
        <translation>New incident “{name}”</translation>
    </message>
</context>
<context>
    <name>Induction</name>
    <message>
        <source>To get</source>
        <translation>To get</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>To read</translation>
    </message>
    <message>
        <source>To practise</source>
        <translation>To practise</translation>
    </message>
    <message>
        <source>To do along</source>
        <translation>To do along</translation>
    </message>
    <message>
        <source>New colleagues</source>
        <translation>New colleagues</translation>
    </message>
    <message>
        <source>Begin for somebody</source>
        <translation>Begin for somebody</translation>
    </message>
    <message>
        <source>Ticked by</source>
        <translation>Ticked by</translation>
    </message>
    <message>
        <source>Something of your own to add</source>
        <translation>Something of your own to add</translation>
    </message>
    <message>
        <source>What he goes through</source>
        <translation>What he goes through</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Open the page</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>As PDF</source>
        <translation>As PDF</translation>
    </message>
    <message>
        <source>So that a new colleague misses nothing</source>
        <translation>So that a new colleague misses nothing</translation>
    </message>
    <message>
        <source>What to get, what to read in the handbook and what to practise, ticked off with the day and by whom.</source>
        <translation>What to get, what to read in the handbook and what to practise, ticked off with the day and by whom.</translation>
    </message>
    <message>
        <source>{done} of {count} done, begun on {day}</source>
        <translation>{done} of {count} done, begun on {day}</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>All done</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} of {count}</translation>
    </message>
    <message>
        <source>Who is new?</source>
        <translation>Who is new?</translation>
    </message>
    <message>
        <source>Choose a colleague of the directory</source>
        <translation>Choose a colleague of the directory</translation>
    </message>
    <message>
        <source>Begun for {name}</source>
        <translation>Begun for {name}</translation>
    </message>
    <message>
        <source>Ticked</source>
        <translation>Ticked</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>Added: {name}</source>
        <translation>Added: {name}</translation>
    </message>
    <message>
        <source>Taken out of the list</source>
        <translation>Taken out of the list</translation>
    </message>
    <message>
        <source>Copied as text</source>
        <translation>Copied as text</translation>
    </message>
    <message>
        <source>The list as PDF</source>
        <translation>The list as PDF</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Saved: {name}</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Kept in the handbook</source>
        <translation>Kept in the handbook</translation>
    </message>
    <message>
        <source>name</source>
        <translation>name</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <source>citizen number</source>
        <translation>citizen number</translation>
    </message>
    <message>
        <source>card number</source>
        <translation>card number</translation>
    </message>
    <message>
        <source>postcode</source>
        <translation>postcode</translation>
    </message>
    <message>
        <source>address</source>
        <translation>address</translation>
    </message>
    <message>
        <source>order number</source>
        <translation>order number</translation>
    </message>
    <message>
        <source>invoice number</source>
        <translation>invoice number</translation>
    </message>
    <message>
        <source>customer number</source>
        <translation>customer number</translation>
    </message>
    <message>
        <source>number</source>
        <translation>number</translation>
    </message>
    <message>
        <source>parcel number</source>
        <translation>parcel number</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>date of birth</translation>
    </message>
    <message>
        <source>licence plate</source>
        <translation>licence plate</translation>
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
        <translation>Keep in the handbook</translation>
    </message>
    <message>
        <source>What the article is called</source>
        <translation>What the article is called</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>What it says</translation>
    </message>
    <message>
        <source>What was masked</source>
        <translation>What was masked</translation>
    </message>
    <message>
        <source>The word that is explained</source>
        <translation>The word that is explained</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Take a tick off to show it. Look for names that were missed.</source>
        <translation>Take a tick off to show it. Look for names that were missed.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nothing</translation>
    </message>
    <message>
        <source>A new article</source>
        <translation>A new article</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>Where it goes</translation>
    </message>
    <message>
        <source>An example under its purpose</source>
        <translation>An example under its purpose</translation>
    </message>
    <message>
        <source>A term</source>
        <translation>A term</translation>
    </message>
    <message>
        <source>What it is there</source>
        <translation>What it is there</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>All keys</source>
        <translation>All keys</translation>
    </message>
    <message>
        <source>Single letters work while you are not typing. In the settings you can change them, or switch them off.</source>
        <translation>Single letters work while you are not typing. In the settings you can change them, or switch them off.</translation>
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
        <translation>Decisions</translation>
    </message>
    <message>
        <source>New colleagues</source>
        <translation>New colleagues</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>Practise</translation>
    </message>
    <message>
        <source>Keeping up</source>
        <translation>Keeping up</translation>
    </message>
    <message>
        <source>No. {name}</source>
        <translation>No. {name}</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Question that comes back</source>
        <translation>Question that comes back</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>no longer there</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>No line fits this message. Write one under Communication (Ctrl+9).</source>
        <translation>No line fits this message. Write one under Communication (Ctrl+9).</translation>
    </message>
    <message>
        <source>The line to take</source>
        <translation>The line to take</translation>
    </message>
    <message>
        <source>Words of the question or the line</source>
        <translation>Words of the question or the line</translation>
    </message>
    <message>
        <source>No text of “{name}” is short enough here: shorten it.</source>
        <translation>No text of “{name}” is short enough here: shorten it.</translation>
    </message>
    <message>
        <source>Put it in</source>
        <translation>Put it in</translation>
    </message>
    <message>
        <source>Asked because of “{name}”</source>
        <translation>Asked because of “{name}”</translation>
    </message>
    <message>
        <source>What we say on “{name}”</source>
        <translation>What we say on “{name}”</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>This link goes somewhere else</source>
        <translation>This link goes somewhere else</translation>
    </message>
    <message>
        <source>The text of this link looks like another address than the one it opens. That is what people do who want your password or money.</source>
        <translation>The text of this link looks like another address than the one it opens. That is what people do who want your password or money.</translation>
    </message>
    <message>
        <source>It really goes to:</source>
        <translation>It really goes to:</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>Do not open</translation>
    </message>
    <message>
        <source>Open it anyway</source>
        <translation>Open it anyway</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Added: {name}</source>
        <translation>Added: {name}</translation>
    </message>
    <message>
        <source>It is called {name} now</source>
        <translation>It is called {name} now</translation>
    </message>
    <message>
        <source>The order has changed</source>
        <translation>The order has changed</translation>
    </message>
    <message>
        <source>Taken out of the list</source>
        <translation>Taken out of the list</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Categories</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Departments</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Types</translation>
    </message>
    <message>
        <source>Product groups</source>
        <translation>Product groups</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>How it ended</translation>
    </message>
    <message>
        <source>No reaction because</source>
        <translation>No reaction because</translation>
    </message>
    <message>
        <source>Your own lists</source>
        <translation>Your own lists</translation>
    </message>
    <message>
        <source>Everything is offered in this order. What is filed stays filed under another name. Alt+↑ and Alt+↓ move the entry you are in.</source>
        <translation>Everything is offered in this order. What is filed stays filed under another name. Alt+↑ and Alt+↓ move the entry you are in.</translation>
    </message>
    <message>
        <source>There is nothing in this list yet.</source>
        <translation>There is nothing in this list yet.</translation>
    </message>
    <message>
        <source>In Dutch</source>
        <translation>In Dutch</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>In English</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>The same</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Offer {name} earlier</source>
        <translation>Offer {name} earlier</translation>
    </message>
    <message>
        <source>Offer {name} later</source>
        <translation>Offer {name} later</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Remove {name}</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>Add files…</source>
        <translation>Add files…</translation>
    </message>
    <message>
        <source>Log what was said or written</source>
        <translation>Log what was said or written</translation>
    </message>
    <message>
        <source>For {name}. Nothing is sent from here.</source>
        <translation>For {name}. Nothing is sent from here.</translation>
    </message>
    <message>
        <source>Nothing is left to do</source>
        <translation>Nothing is left to do</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Log it</source>
        <translation>Log it</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>What was said</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Just now; or such as 14:30, or yesterday 16:00</source>
        <translation>Just now; or such as 14:30, or yesterday 16:00</translation>
    </message>
    <message>
        <source>Ring back</source>
        <translation>Ring back</translation>
    </message>
    <message>
        <source>Such as tomorrow 10:00, or in 2 hours</source>
        <translation>Such as tomorrow 10:00, or in 2 hours</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>On the page</source>
        <translation>On the page</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>By phone</translation>
    </message>
    <message>
        <source>In the shop</source>
        <translation>In the shop</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Elsewhere</translation>
    </message>
    <message>
        <source>They called</source>
        <translation>They called</translation>
    </message>
    <message>
        <source>They came</source>
        <translation>They came</translation>
    </message>
    <message>
        <source>We called</source>
        <translation>We called</translation>
    </message>
    <message>
        <source>We went there</source>
        <translation>We went there</translation>
    </message>
    <message>
        <source>Write what was said or written.</source>
        <translation>Write what was said or written.</translation>
    </message>
    <message>
        <source>Write a moment that is over, such as 14:30.</source>
        <translation>Write a moment that is over, such as 14:30.</translation>
    </message>
    <message>
        <source>Write a moment to come, such as tomorrow 10:00.</source>
        <translation>Write a moment to come, such as tomorrow 10:00.</translation>
    </message>
    <message>
        <source>Logged</source>
        <translation>Logged</translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>Who is responsible for what</source>
        <translation>Who is responsible for what</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Asked first</source>
        <translation>Asked first</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>Deputy</translation>
    </message>
    <message>
        <source>Also there</source>
        <translation>Also there</translation>
    </message>
    <message>
        <source>Knows about</source>
        <translation>Knows about</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Reached by</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Others</translation>
    </message>
    <message>
        <source>As it stood on {day}</source>
        <translation>As it stood on {day}</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>You</source>
        <translation>You</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Internal note</translation>
    </message>
    <message>
        <source>This address has not taken part in the conversation before. Check who it is before you answer.</source>
        <translation>This address has not taken part in the conversation before. Check who it is before you answer.</translation>
    </message>
    <message>
        <source>What can be done with this message</source>
        <translation>What can be done with this message</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>Text of the message</translation>
    </message>
    <message>
        <source>Quoted text</source>
        <translation>Quoted text</translation>
    </message>
    <message>
        <source>Hide quoted text</source>
        <translation>Hide quoted text</translation>
    </message>
    <message>
        <source>Internal: to {name}</source>
        <translation>Internal: to {name}</translation>
    </message>
    <message>
        <source>Internal: {name}</source>
        <translation>Internal: {name}</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copy the text</translation>
    </message>
    <message>
        <source>No longer show this sender&apos;s pictures</source>
        <translation>No longer show this sender&apos;s pictures</translation>
    </message>
    <message>
        <source>Begin a conversation of its own here</source>
        <translation>Begin a conversation of its own here</translation>
    </message>
    <message numerus="yes">
        <source>Show quoted text (%n line(s))</source>
        <translation>
            <numerusform>Show quoted text (%n line)</numerusform>
            <numerusform>Show quoted text (%n lines)</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only the text</source>
        <translation>Show only the text</translation>
    </message>
    <message>
        <source>Show the original</source>
        <translation>Show the original</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>(no text)</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>{amount} late</source>
        <translation>{amount} late</translation>
    </message>
    <message>
        <source>{amount} too late</source>
        <translation>{amount} too late</translation>
    </message>
    <message>
        <source>{amount} left</source>
        <translation>{amount} left</translation>
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
        <translation>{h} h {m:02}</translation>
    </message>
    <message>
        <source>{d} d</source>
        <translation>{d} d</translation>
    </message>
    <message>
        <source>{d} d {h} h</source>
        <translation>{d} d {h} h</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>today {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>yesterday {time}</translation>
    </message>
    <message>
        <source>tomorrow {time}</source>
        <translation>tomorrow {time}</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Something went wrong in Balie itself. It is written down in the log; your messages are safe.</source>
        <translation>Something went wrong in Balie itself. It is written down in the log; your messages are safe.</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Close this notice</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Open your messages</source>
        <translation>Open your messages</translation>
    </message>
    <message>
        <source>Balie cannot get its key</source>
        <translation>Balie cannot get its key</translation>
    </message>
    <message>
        <source>Balie is already open</source>
        <translation>Balie is already open</translation>
    </message>
    <message>
        <source>A newer Balie is needed</source>
        <translation>A newer Balie is needed</translation>
    </message>
    <message>
        <source>Your messages could not be opened</source>
        <translation>Your messages could not be opened</translation>
    </message>
    <message>
        <source>Something is wrong with the disk</source>
        <translation>Something is wrong with the disk</translation>
    </message>
    <message>
        <source>Something went wrong in Balie itself</source>
        <translation>Something went wrong in Balie itself</translation>
    </message>
    <message>
        <source>Welcome to Balie</source>
        <translation>Welcome to Balie</translation>
    </message>
    <message>
        <source>All messages of your customers in one place, on this computer only. How do you want to begin?</source>
        <translation>All messages of your customers in one place, on this computer only. How do you want to begin?</translation>
    </message>
    <message>
        <source>Add my mail</source>
        <translation>Add my mail</translation>
    </message>
    <message>
        <source>Your address and password; the rest is found for you.</source>
        <translation>Your address and password; the rest is found for you.</translation>
    </message>
    <message>
        <source>Import a mailbox</source>
        <translation>Import a mailbox</translation>
    </message>
    <message>
        <source>Mail that you have as files: mbox, Maildir or .eml.</source>
        <translation>Mail that you have as files: mbox, Maildir or .eml.</translation>
    </message>
    <message>
        <source>Look round with an example firm</source>
        <translation>Look round with an example firm</translation>
    </message>
    <message>
        <source>A shop with its customers. Nothing you do there leaves Balie.</source>
        <translation>A shop with its customers. Nothing you do there leaves Balie.</translation>
    </message>
    <message>
        <source>Open with this computer (recommended)</source>
        <translation>Open with this computer (recommended)</translation>
    </message>
    <message>
        <source>The key is kept with the other passwords of your user account. You do not have to type anything.</source>
        <translation>The key is kept with the other passwords of your user account. You do not have to type anything.</translation>
    </message>
    <message>
        <source>Open with a passphrase</source>
        <translation>Open with a passphrase</translation>
    </message>
    <message>
        <source>You type it at every start: a few words that only you know.</source>
        <translation>You type it at every start: a few words that only you know.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>How do you want to open your messages?</source>
        <translation>How do you want to open your messages?</translation>
    </message>
    <message>
        <source>They are kept on this computer only, and encrypted.</source>
        <translation>They are kept on this computer only, and encrypted.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>The same once more</translation>
    </message>
    <message>
        <source>At least {minimum} characters. A few words in a row are easy to remember and hard to guess.</source>
        <translation>At least {minimum} characters. A few words in a row are easy to remember and hard to guess.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>The two are not the same.</translation>
    </message>
    <message>
        <source>Type a passphrase first.</source>
        <translation>Type a passphrase first.</translation>
    </message>
    <message>
        <source>Saved as {name}. Print it and keep it in another place.</source>
        <translation>Saved as {name}. Print it and keep it in another place.</translation>
    </message>
    <message>
        <source>Write down your recovery key</source>
        <translation>Write down your recovery key</translation>
    </message>
    <message>
        <source>It opens your messages when the key of this computer or your passphrase is lost. It is shown only now. Keep the paper away from this computer.</source>
        <translation>It opens your messages when the key of this computer or your passphrase is lost. It is shown only now. Keep the paper away from this computer.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>Save to a file…</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>I have written it down</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Type your passphrase.</source>
        <translation>Type your passphrase.</translation>
    </message>
    <message>
        <source>Nothing was changed; your messages are still where they were. Try again, and start the computer again if it happens twice.</source>
        <translation>Nothing was changed; your messages are still where they were. Try again, and start the computer again if it happens twice.</translation>
    </message>
    <message>
        <source>Recovery key, from your paper</source>
        <translation>Recovery key, from your paper</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Use the passphrase</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>Use the recovery key</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Save recovery key</source>
        <translation>Save recovery key</translation>
    </message>
    <message>
        <source>Balie recovery key.txt</source>
        <translation>Balie recovery key.txt</translation>
    </message>
    <message>
        <source>It could not be saved there ({reason}).</source>
        <translation>It could not be saved there ({reason}).</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Nothing answers to this</source>
        <translation>Nothing answers to this</translation>
    </message>
    <message>
        <source>What can be picked</source>
        <translation>What can be picked</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>To do</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Snoozed</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>All messages</translation>
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
        <translation>Platforms that tell by mail what customers write</translation>
    </message>
    <message>
        <source>Choose one, or type the domain of another</source>
        <translation>Choose one, or type the domain of another</translation>
    </message>
    <message>
        <source>No longer recognised: {name}</source>
        <translation>No longer recognised: {name}</translation>
    </message>
    <message>
        <source>Recognised from now on: {name}</source>
        <translation>Recognised from now on: {name}</translation>
    </message>
    <message>
        <source>Do not recognise it</source>
        <translation>Do not recognise it</translation>
    </message>
    <message>
        <source>Recognise it</source>
        <translation>Recognise it</translation>
    </message>
    <message>
        <source>Take it out of the list</source>
        <translation>Take it out of the list</translation>
    </message>
    <message>
        <source>Taken out: {name}</source>
        <translation>Taken out: {name}</translation>
    </message>
    <message>
        <source>How are customers of {name} answered?</source>
        <translation>How are customers of {name} answered?</translation>
    </message>
    <message>
        <source>On its own pages</source>
        <translation>On its own pages</translation>
    </message>
    <message>
        <source>By answering its mails</source>
        <translation>By answering its mails</translation>
    </message>
    <message>
        <source>answered by mail</source>
        <translation>answered by mail</translation>
    </message>
    <message>
        <source>answered on its pages</source>
        <translation>answered on its pages</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>not recognised</translation>
    </message>
    <message>
        <source>Recognise the mails of {domain}</source>
        <translation>Recognise the mails of {domain}</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>The customer knows that you have it</source>
        <translation>The customer knows that you have it</translation>
    </message>
    <message>
        <source>Within five minutes</source>
        <translation>Within five minutes</translation>
    </message>
    <message>
        <source>Filed as a complaint</source>
        <translation>Filed as a complaint</translation>
    </message>
    <message>
        <source>High or urgent</source>
        <translation>High or urgent</translation>
    </message>
    <message>
        <source>The procedure walked to its end</source>
        <translation>The procedure walked to its end</translation>
    </message>
    <message>
        <source>A colleague was asked</source>
        <translation>A colleague was asked</translation>
    </message>
    <message>
        <source>Promised when the answer comes</source>
        <translation>Promised when the answer comes</translation>
    </message>
    <message>
        <source>The customer has an answer</source>
        <translation>The customer has an answer</translation>
    </message>
    <message>
        <source>Done, with how it ended</source>
        <translation>Done, with how it ended</translation>
    </message>
    <message>
        <source>went well</source>
        <translation>went well</translation>
    </message>
    <message>
        <source>still to be done</source>
        <translation>still to be done</translation>
    </message>
    <message>
        <source>too late</source>
        <translation>too late</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>What went well</source>
        <translation>What went well</translation>
    </message>
    <message>
        <source>Open the message</source>
        <translation>Open the message</translation>
    </message>
    <message>
        <source>Well done: everything went well.</source>
        <translation>Well done: everything went well.</translation>
    </message>
    <message>
        <source>Done, and not everything went well. Try it again.</source>
        <translation>Done, and not everything went well. Try it again.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begun</translation>
    </message>
    <message>
        <source>Not begun yet</source>
        <translation>Not begun yet</translation>
    </message>
    <message>
        <source>Task done: {name}</source>
        <translation>Task done: {name}</translation>
    </message>
</context>
<context>
    <name>PromiseLine</name>
    <message>
        <source>No promise</source>
        <translation>No promise</translation>
    </message>
    <message>
        <source>You promise to ring back: the clock runs until {moment}</source>
        <translation>You promise to ring back: the clock runs until {moment}</translation>
    </message>
    <message>
        <source>You promise something: the clock runs until {moment}</source>
        <translation>You promise something: the clock runs until {moment}</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Look in:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Files of &amp;type:</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>{name}: asked, answer expected {moment}</source>
        <translation>{name}: asked, answer expected {moment}</translation>
    </message>
    <message>
        <source>{name}: reminded {moment}</source>
        <translation>{name}: reminded {moment}</translation>
    </message>
    <message>
        <source>{deputy}: asked in place of {name}, {moment}</source>
        <translation>{deputy}: asked in place of {name}, {moment}</translation>
    </message>
    <message>
        <source>{name} does not answer, and there is no deputy</source>
        <translation>{name} does not answer, and there is no deputy</translation>
    </message>
    <message>
        <source>The question to {name} did not go out</source>
        <translation>The question to {name} did not go out</translation>
    </message>
    <message>
        <source>{name}: asked by phone, {moment}</source>
        <translation>{name}: asked by phone, {moment}</translation>
    </message>
    <message>
        <source>{name}: answered {moment}</source>
        <translation>{name}: answered {moment}</translation>
    </message>
    <message>
        <source>{name}: approved your answer, {moment}</source>
        <translation>{name}: approved your answer, {moment}</translation>
    </message>
    <message>
        <source>{name}: did not approve, {moment}</source>
        <translation>{name}: did not approve, {moment}</translation>
    </message>
    <message>
        <source>{name}: answered {moment}. Is it a yes?</source>
        <translation>{name}: answered {moment}. Is it a yes?</translation>
    </message>
    <message>
        <source>{name}: no longer waited for</source>
        <translation>{name}: no longer waited for</translation>
    </message>
    <message>
        <source>No longer wait</source>
        <translation>No longer wait</translation>
    </message>
    <message>
        <source>Yes, approved</source>
        <translation>Yes, approved</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>Radar</name>
    <message>
        <source>Write an article</source>
        <translation>Write an article</translation>
    </message>
    <message>
        <source>Answer them all</source>
        <translation>Answer them all</translation>
    </message>
    <message>
        <source>Make new content</source>
        <translation>Make new content</translation>
    </message>
    <message>
        <source>Change the website</source>
        <translation>Change the website</translation>
    </message>
    <message>
        <source>Not worth it</source>
        <translation>Not worth it</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>To do: write an article</source>
        <translation>To do: write an article</translation>
    </message>
    <message>
        <source>To do: make new content</source>
        <translation>To do: make new content</translation>
    </message>
    <message>
        <source>To do: change the website</source>
        <translation>To do: change the website</translation>
    </message>
    <message>
        <source>{number} in the last {days} days</source>
        <translation>{number} in the last {days} days</translation>
    </message>
    <message>
        <source>done: {moment}</source>
        <translation>done: {moment}</translation>
    </message>
    <message>
        <source>left as it is: {moment}</source>
        <translation>left as it is: {moment}</translation>
    </message>
    <message>
        <source>no. {number}</source>
        <translation>no. {number}</translation>
    </message>
    <message>
        <source>No task after all</source>
        <translation>No task after all</translation>
    </message>
    <message>
        <source>How</source>
        <translation>How</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Who does it</translation>
    </message>
    <message>
        <source>What is to be changed, and where</source>
        <translation>What is to be changed, and where</translation>
    </message>
    <message>
        <source>Asked like this</source>
        <translation>Asked like this</translation>
    </message>
    <message>
        <source>Balie reads what customers asked of late.</source>
        <translation>Balie reads what customers asked of late.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>What was done or left stands here; it can be opened again.</source>
        <translation>What was done or left stands here; it can be opened again.</translation>
    </message>
    <message>
        <source>Nothing settled yet</source>
        <translation>Nothing settled yet</translation>
    </message>
    <message>
        <source>When at least {least} customers ask the same within {days} days and no page answers it, it stands here. Balie looks once a day.</source>
        <translation>When at least {least} customers ask the same within {days} days and no page answers it, it stands here. Balie looks once a day.</translation>
    </message>
    <message>
        <source>No question comes back</source>
        <translation>No question comes back</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Look now</translation>
    </message>
    <message>
        <source>Questions that come back</source>
        <translation>Questions that come back</translation>
    </message>
    <message>
        <source>Customers ask this again and again, and no page of the handbook answers it. Answer it once, where they look.</source>
        <translation>Customers ask this again and again, and no page of the handbook answers it. Answer it once, where they look.</translation>
    </message>
    <message>
        <source>Open ({number})</source>
        <translation>Open ({number})</translation>
    </message>
    <message>
        <source>Settled ({number})</source>
        <translation>Settled ({number})</translation>
    </message>
    <message>
        <source>It was done</source>
        <translation>It was done</translation>
    </message>
    <message numerus="yes">
        <source>Asked in %n message(s)</source>
        <translation>
            <numerusform>Asked in %n message</numerusform>
            <numerusform>Asked in %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept in the handbook, and done</source>
        <translation>Kept in the handbook, and done</translation>
    </message>
    <message>
        <source>Left as it is</source>
        <translation>Left as it is</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Noted</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Why does nobody react?</source>
        <translation>Why does nobody react?</translation>
    </message>
    <message>
        <source>Or in your own words</source>
        <translation>Or in your own words</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Disconnect account</source>
        <translation>Disconnect account</translation>
    </message>
    <message>
        <source>Balie forgets the password of {account} and fetches nothing more from there. All messages and answers stay in Balie.</source>
        <translation>Balie forgets the password of {account} and fetches nothing more from there. All messages and answers stay in Balie.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Disconnect</translation>
    </message>
</context>
<context>
    <name>ResultBar</name>
    <message>
        <source>{count}, the newest</source>
        <translation>{count}, the newest</translation>
    </message>
    <message>
        <source>There is more: only the newest messages were looked at. Add a word.</source>
        <translation>There is more: only the newest messages were looked at. Add a word.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Newest</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Best</translation>
    </message>
    <message>
        <source>Keep this search as a view</source>
        <translation>Keep this search as a view</translation>
    </message>
    <message>
        <source>Search in all messages</source>
        <translation>Search in all messages</translation>
    </message>
    <message>
        <source>Did you mean: {query}</source>
        <translation>Did you mean: {query}</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>Back to the messages</source>
        <translation>Back to the messages</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>it comes by {value}</source>
        <translation>it comes by {value}</translation>
    </message>
    <message>
        <source>the category is {value}</source>
        <translation>the category is {value}</translation>
    </message>
    <message>
        <source>the type is {value}</source>
        <translation>the type is {value}</translation>
    </message>
    <message>
        <source>it says {value}</source>
        <translation>it says {value}</translation>
    </message>
    <message>
        <source>it is from {value}</source>
        <translation>it is from {value}</translation>
    </message>
    <message>
        <source>the influence is at least {value}</source>
        <translation>the influence is at least {value}</translation>
    </message>
    <message>
        <source>the customer is a VIP</source>
        <translation>the customer is a VIP</translation>
    </message>
    <message>
        <source>it is the press</source>
        <translation>it is the press</translation>
    </message>
    <message>
        <source>the shop is closed</source>
        <translation>the shop is closed</translation>
    </message>
    <message>
        <source>the suggestion says category {value}</source>
        <translation>the suggestion says category {value}</translation>
    </message>
    <message>
        <source>the suggestion says type {value}</source>
        <translation>the suggestion says type {value}</translation>
    </message>
    <message>
        <source>it sounds {value}</source>
        <translation>it sounds {value}</translation>
    </message>
    <message>
        <source>it looks {value} or heavier</source>
        <translation>it looks {value} or heavier</translation>
    </message>
    <message>
        <source>unhappy</source>
        <translation>unhappy</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>neutral</translation>
    </message>
    <message>
        <source>happy</source>
        <translation>happy</translation>
    </message>
    <message>
        <source>the customer is no VIP</source>
        <translation>the customer is no VIP</translation>
    </message>
    <message>
        <source>it is not the press</source>
        <translation>it is not the press</translation>
    </message>
    <message>
        <source>the shop is open</source>
        <translation>the shop is open</translation>
    </message>
    <message>
        <source>category {value}</source>
        <translation>category {value}</translation>
    </message>
    <message>
        <source>department {value}</source>
        <translation>department {value}</translation>
    </message>
    <message>
        <source>type {value}</source>
        <translation>type {value}</translation>
    </message>
    <message>
        <source>product group {value}</source>
        <translation>product group {value}</translation>
    </message>
    <message>
        <source>priority {value}</source>
        <translation>priority {value}</translation>
    </message>
    <message>
        <source>label {value}</source>
        <translation>label {value}</translation>
    </message>
    <message>
        <source>no reaction: {value}</source>
        <translation>no reaction: {value}</translation>
    </message>
    <message>
        <source>propose to ask {value}</source>
        <translation>propose to ask {value}</translation>
    </message>
    <message>
        <source>propose the procedure {value}</source>
        <translation>propose the procedure {value}</translation>
    </message>
    <message>
        <source>{value} (at least {percent} %)</source>
        <translation>{value} (at least {percent} %)</translation>
    </message>
    <message>
        <source>suggested: {what}</source>
        <translation>suggested: {what}</translation>
    </message>
    <message>
        <source>whom {department} asks first</source>
        <translation>whom {department} asks first</translation>
    </message>
    <message>
        <source>propose to forward to {value}</source>
        <translation>propose to forward to {value}</translation>
    </message>
    <message>
        <source>and</source>
        <translation>and</translation>
    </message>
    <message>
        <source>If {conditions}</source>
        <translation>If {conditions}</translation>
    </message>
    <message>
        <source>then {effects}</source>
        <translation>then {effects}</translation>
    </message>
    <message>
        <source>or</source>
        <translation>or</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message numerus="yes">
        <source>%n of the last messages would change</source>
        <translation>
            <numerusform>%n of the last messages would change</numerusform>
            <numerusform>%n of the last messages would change</numerusform>
        </translation>
    </message>
    <message>
        <source>The rule is kept</source>
        <translation>The rule is kept</translation>
    </message>
    <message>
        <source>The rule is gone; what it did stays</source>
        <translation>The rule is gone; what it did stays</translation>
    </message>
    <message>
        <source>The order has changed</source>
        <translation>The order has changed</translation>
    </message>
    <message>
        <source>The rule is asked from now on</source>
        <translation>The rule is asked from now on</translation>
    </message>
    <message>
        <source>The rule is no longer asked</source>
        <translation>The rule is no longer asked</translation>
    </message>
    <message>
        <source>Nothing had to change</source>
        <translation>Nothing had to change</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Do it all the same</source>
        <translation>Do it all the same</translation>
    </message>
    <message>
        <source>it says one of these words</source>
        <translation>it says one of these words</translation>
    </message>
    <message>
        <source>it is from (address or domain)</source>
        <translation>it is from (address or domain)</translation>
    </message>
    <message>
        <source>it comes by</source>
        <translation>it comes by</translation>
    </message>
    <message>
        <source>the category is</source>
        <translation>the category is</translation>
    </message>
    <message>
        <source>the type is</source>
        <translation>the type is</translation>
    </message>
    <message>
        <source>the influence is at least</source>
        <translation>the influence is at least</translation>
    </message>
    <message>
        <source>the customer is a VIP</source>
        <translation>the customer is a VIP</translation>
    </message>
    <message>
        <source>it is the press</source>
        <translation>it is the press</translation>
    </message>
    <message>
        <source>the shop is closed</source>
        <translation>the shop is closed</translation>
    </message>
    <message>
        <source>the suggested category is</source>
        <translation>the suggested category is</translation>
    </message>
    <message>
        <source>the suggested type is</source>
        <translation>the suggested type is</translation>
    </message>
    <message>
        <source>the customer sounds</source>
        <translation>the customer sounds</translation>
    </message>
    <message>
        <source>it looks at least</source>
        <translation>it looks at least</translation>
    </message>
    <message>
        <source>category</source>
        <translation>category</translation>
    </message>
    <message>
        <source>type</source>
        <translation>type</translation>
    </message>
    <message>
        <source>product group</source>
        <translation>product group</translation>
    </message>
    <message>
        <source>department</source>
        <translation>department</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>priority</translation>
    </message>
    <message>
        <source>label</source>
        <translation>label</translation>
    </message>
    <message>
        <source>propose to forward to</source>
        <translation>propose to forward to</translation>
    </message>
    <message>
        <source>propose to ask</source>
        <translation>propose to ask</translation>
    </message>
    <message>
        <source>propose the procedure</source>
        <translation>propose the procedure</translation>
    </message>
    <message>
        <source>no reaction, because</source>
        <translation>no reaction, because</translation>
    </message>
    <message>
        <source>About what</source>
        <translation>About what</translation>
    </message>
    <message>
        <source>with commas between them</source>
        <translation>with commas between them</translation>
    </message>
    <message>
        <source>Take this out: {name}</source>
        <translation>Take this out: {name}</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>at least</translation>
    </message>
    <message>
        <source>How sure it has to be</source>
        <translation>How sure it has to be</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>Name of the rule</translation>
    </message>
    <message>
        <source>If</source>
        <translation>If</translation>
    </message>
    <message>
        <source>then</source>
        <translation>then</translation>
    </message>
    <message>
        <source>And …</source>
        <translation>And …</translation>
    </message>
    <message>
        <source>Also …</source>
        <translation>Also …</translation>
    </message>
    <message>
        <source>Try it on the last 100 messages</source>
        <translation>Try it on the last 100 messages</translation>
    </message>
    <message>
        <source>Keep this rule</source>
        <translation>Keep this rule</translation>
    </message>
    <message>
        <source>Never mind</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>nothing: it is so already</source>
        <translation>nothing: it is so already</translation>
    </message>
    <message>
        <source>{after} (now {before})</source>
        <translation>{after} (now {before})</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>New rule</translation>
    </message>
    <message>
        <source>Your own rules</source>
        <translation>Your own rules</translation>
    </message>
    <message>
        <source>Suggestions are off, so that what asks them does not hold.</source>
        <translation>Suggestions are off, so that what asks them does not hold.</translation>
    </message>
    <message>
        <source>Suggestions are not available on this computer, so that what asks them does not hold.</source>
        <translation>Suggestions are not available on this computer, so that what asks them does not hold.</translation>
    </message>
    <message>
        <source>Asking what is suggested: {done} of {of}</source>
        <translation>Asking what is suggested: {done} of {of}</translation>
    </message>
    <message>
        <source>They are asked of every message that comes in, from top to bottom; of each thing the first rule that says it wins. What you filed yourself stays. Rules that ask the suggestion come after the others, a moment later.</source>
        <translation>They are asked of every message that comes in, from top to bottom; of each thing the first rule that says it wins. What you filed yourself stays. Rules that ask the suggestion come after the others, a moment later.</translation>
    </message>
    <message>
        <source>There is no rule yet. Make one for what you decide every day.</source>
        <translation>There is no rule yet. Make one for what you decide every day.</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>What would change</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Ask {name} earlier</source>
        <translation>Ask {name} earlier</translation>
    </message>
    <message>
        <source>Ask {name} later</source>
        <translation>Ask {name} later</translation>
    </message>
    <message>
        <source>Let {name} act on all that is to do</source>
        <translation>Let {name} act on all that is to do</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>Change {name}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Remove {name}</translation>
    </message>
    <message>
        <source>“{first}” and “{second}” quarrel: {one} or {other}. The first one wins.</source>
        <translation>“{first}” and “{second}” quarrel: {one} or {other}. The first one wins.</translation>
    </message>
    <message>
        <source>These set each other off: {names}. Each is asked once.</source>
        <translation>These set each other off: {names}. Each is asked once.</translation>
    </message>
</context>
<context>
    <name>SavedViews</name>
    <message>
        <source>Rename</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Name of this view</source>
        <translation>Name of this view</translation>
    </message>
    <message>
        <source>Kept as “{name}”, at the left</source>
        <translation>Kept as “{name}”, at the left</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>New name</translation>
    </message>
    <message>
        <source>View “{name}” removed</source>
        <translation>View “{name}” removed</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>As this computer</source>
        <translation>As this computer</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compact</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Wide</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation>How it looks</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>How it works</translation>
    </message>
    <message>
        <source>Stars of reviews</source>
        <translation>Stars of reviews</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>Rows of the list</translation>
    </message>
    <message>
        <source>Time to take an answer back</source>
        <translation>Time to take an answer back</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>End of the day</source>
        <translation>End of the day</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>seconds</translation>
    </message>
    <message>
        <source>The priority of a new review. When a customer takes stars away, it can only rise.</source>
        <translation>The priority of a new review. When a customer takes stars away, it can only rise.</translation>
    </message>
    <message>
        <source>Tell me when customers write</source>
        <translation>Tell me when customers write</translation>
    </message>
    <message>
        <source>Show me what is left when I close</source>
        <translation>Show me what is left when I close</translation>
    </message>
    <message>
        <source>Single letters are keys (J, K, R, E, …)</source>
        <translation>Single letters are keys (J, K, R, E, …)</translation>
    </message>
    <message>
        <source>Switch this off when you dictate or use a screen reader. Click a key below and press another one to change it.</source>
        <translation>Switch this off when you dictate or use a screen reader. Click a key below and press another one to change it.</translation>
    </message>
    <message>
        <source>Key for: {act}</source>
        <translation>Key for: {act}</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>no key</translation>
    </message>
    <message>
        <source>Back to the key it came with: {act}</source>
        <translation>Back to the key it came with: {act}</translation>
    </message>
    <message>
        <source>A complaint up to</source>
        <translation>A complaint up to</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Never</translation>
    </message>
</context>
<context>
    <name>SetupForm</name>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Leave empty to keep it</source>
        <translation>Leave empty to keep it</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>Fewer settings</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>More settings</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatic</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Fill in: {name}</source>
        <translation>Fill in: {name}</translation>
    </message>
    <message>
        <source>Connected; your messages are coming in.</source>
        <translation>Connected; your messages are coming in.</translation>
    </message>
    <message>
        <source>Renew account</source>
        <translation>Renew account</translation>
    </message>
    <message>
        <source>Connect your mailbox</source>
        <translation>Connect your mailbox</translation>
    </message>
    <message>
        <source>Balie looks up the servers that belong to your address and tries them out. Nothing is changed in your mailbox; messages stay unread where they are unread.</source>
        <translation>Balie looks up the servers that belong to your address and tries them out. Nothing is changed in your mailbox; messages stay unread where they are unread.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Connect {channel}</source>
        <translation>Connect {channel}</translation>
    </message>
    <message>
        <source>Sign in on the page that opened in your browser; Balie waits for it.</source>
        <translation>Sign in on the page that opened in your browser; Balie waits for it.</translation>
    </message>
    <message>
        <source>Looking up the servers and signing in. This can take a minute.</source>
        <translation>Looking up the servers and signing in. This can take a minute.</translation>
    </message>
    <message>
        <source>Trying it out. This can take a minute.</source>
        <translation>Trying it out. This can take a minute.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Balie tries out what you fill in before it keeps it. Nothing is changed there; what customers wrote in the last week comes in as work, older things as history.</source>
        <translation>Balie tries out what you fill in before it keeps it. Nothing is changed there; what customers wrote in the last week comes in as work, older things as history.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>{account}: {state}. Show the account</source>
        <translation>{account}: {state}. Show the account</translation>
    </message>
    <message>
        <source>Imported mail</source>
        <translation>Imported mail</translation>
    </message>
    <message>
        <source>Change this view</source>
        <translation>Change this view</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Channels</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Add account</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Categories</translation>
    </message>
    <message>
        <source>My views</source>
        <translation>My views</translation>
    </message>
    <message>
        <source>example</source>
        <translation>example</translation>
    </message>
    <message>
        <source>To my own messages</source>
        <translation>To my own messages</translation>
    </message>
    <message>
        <source>Fetch now</source>
        <translation>Fetch now</translation>
    </message>
    <message>
        <source>Ask all accounts for new messages (F5)</source>
        <translation>Ask all accounts for new messages (F5)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) to be reviewed</source>
        <translation>
            <numerusform>%n page to be reviewed</numerusform>
            <numerusform>%n pages to be reviewed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) that no page answers</source>
        <translation>
            <numerusform>%n question that no page answers</numerusform>
            <numerusform>%n questions that no page answers</numerusform>
        </translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>Handbook</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>Communication</translation>
    </message>
    <message>
        <source>Keeping up</source>
        <translation>Keeping up</translation>
    </message>
    <message>
        <source>Coming back</source>
        <translation>Coming back</translation>
    </message>
</context>
<context>
    <name>Snoozes</name>
    <message>
        <source>Later today</source>
        <translation>Later today</translation>
    </message>
    <message>
        <source>When the shop opens</source>
        <translation>When the shop opens</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Tomorrow morning</translation>
    </message>
    <message>
        <source>The next open day</source>
        <translation>The next open day</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>The day after</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Next week</translation>
    </message>
    <message>
        <source>In two weeks</source>
        <translation>In two weeks</translation>
    </message>
    <message>
        <source>In a month</source>
        <translation>In a month</translation>
    </message>
</context>
<context>
    <name>Spine</name>
    <message>
        <source>Monitor</source>
        <translation>Monitor</translation>
    </message>
    <message>
        <source>Assess</source>
        <translation>Assess</translation>
    </message>
    <message>
        <source>React</source>
        <translation>React</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Fetch</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>The message is in</source>
        <translation>The message is in</translation>
    </message>
    <message>
        <source>Say what it is about: category and priority</source>
        <translation>Say what it is about: category and priority</translation>
    </message>
    <message>
        <source>Tell the customer that you have it</source>
        <translation>Tell the customer that you have it</translation>
    </message>
    <message>
        <source>Ask the colleague who knows, when you do not</source>
        <translation>Ask the colleague who knows, when you do not</translation>
    </message>
    <message>
        <source>Answer in the customer&apos;s own channel</source>
        <translation>Answer in the customer&apos;s own channel</translation>
    </message>
    <message>
        <source>Say how it ended, so that others can learn</source>
        <translation>Say how it ended, so that others can learn</translation>
    </message>
    <message>
        <source>still to do</source>
        <translation>still to do</translation>
    </message>
    <message>
        <source>waits for a colleague</source>
        <translation>waits for a colleague</translation>
    </message>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>done too late</source>
        <translation>done too late</translation>
    </message>
    <message>
        <source>was not needed</source>
        <translation>was not needed</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>you gave a first reaction</source>
        <translation>you gave a first reaction</translation>
    </message>
    <message>
        <source>you promised something</source>
        <translation>you promised something</translation>
    </message>
    <message>
        <source>you changed it</source>
        <translation>you changed it</translation>
    </message>
    <message>
        <source>the customer wrote</source>
        <translation>the customer wrote</translation>
    </message>
    <message>
        <source>you answered</source>
        <translation>you answered</translation>
    </message>
    <message>
        <source>you answered with another program</source>
        <translation>you answered with another program</translation>
    </message>
    <message>
        <source>the answer did not arrive</source>
        <translation>the answer did not arrive</translation>
    </message>
    <message>
        <source>not sure whether the answer went out</source>
        <translation>not sure whether the answer went out</translation>
    </message>
    <message>
        <source>an earlier answer may not have arrived</source>
        <translation>an earlier answer may not have arrived</translation>
    </message>
    <message>
        <source>you took the answer back</source>
        <translation>you took the answer back</translation>
    </message>
    <message>
        <source>the customer wrote after it was done</source>
        <translation>the customer wrote after it was done</translation>
    </message>
    <message>
        <source>you asked a colleague</source>
        <translation>you asked a colleague</translation>
    </message>
    <message>
        <source>the colleague answered</source>
        <translation>the colleague answered</translation>
    </message>
    <message>
        <source>the answer is no longer waited for</source>
        <translation>the answer is no longer waited for</translation>
    </message>
    <message>
        <source>you noted what the colleague decided</source>
        <translation>you noted what the colleague decided</translation>
    </message>
    <message>
        <source>you logged how the customer was answered</source>
        <translation>you logged how the customer was answered</translation>
    </message>
    <message>
        <source>you logged a talk that leaves something to do</source>
        <translation>you logged a talk that leaves something to do</translation>
    </message>
    <message>
        <source>nobody answers the question</source>
        <translation>nobody answers the question</translation>
    </message>
    <message>
        <source>This was there before Balie; counted as done</source>
        <translation>This was there before Balie; counted as done</translation>
    </message>
    <message>
        <source>Follows an earlier message that was done more than 14 days before</source>
        <translation>Follows an earlier message that was done more than 14 days before</translation>
    </message>
    <message>
        <source>You began this with another program</source>
        <translation>You began this with another program</translation>
    </message>
    <message>
        <source>An automatic message, so nobody has to react</source>
        <translation>An automatic message, so nobody has to react</translation>
    </message>
    <message>
        <source>The answer was recognised by the code in the mail</source>
        <translation>The answer was recognised by the code in the mail</translation>
    </message>
    <message>
        <source>The answer was recognised as a reply to our mail</source>
        <translation>The answer was recognised as a reply to our mail</translation>
    </message>
    <message>
        <source>The answer was recognised by its sender, who had one open question</source>
        <translation>The answer was recognised by its sender, who had one open question</translation>
    </message>
    <message>
        <source>Balie reminded the colleague: no answer in {amount} of opening time</source>
        <translation>Balie reminded the colleague: no answer in {amount} of opening time</translation>
    </message>
    <message>
        <source>Balie asked the deputy: no answer in {amount} of opening time</source>
        <translation>Balie asked the deputy: no answer in {amount} of opening time</translation>
    </message>
    <message>
        <source>No answer in {amount} of opening time, and there is no deputy to ask</source>
        <translation>No answer in {amount} of opening time, and there is no deputy to ask</translation>
    </message>
    <message>
        <source>Balie could not remind the colleague: there is no address</source>
        <translation>Balie could not remind the colleague: there is no address</translation>
    </message>
    <message>
        <source>Balie did not write to a colleague who is the customer here</source>
        <translation>Balie did not write to a colleague who is the customer here</translation>
    </message>
    <message>
        <source>Balie could not remind the colleague: no e-mail account is connected</source>
        <translation>Balie could not remind the colleague: no e-mail account is connected</translation>
    </message>
    <message>
        <source>No. {number} was put together with this one</source>
        <translation>No. {number} was put together with this one</translation>
    </message>
    <message>
        <source>This was put together with no. {number}</source>
        <translation>This was put together with no. {number}</translation>
    </message>
    <message>
        <source>No. {number} was split off from here</source>
        <translation>No. {number} was split off from here</translation>
    </message>
    <message>
        <source>This was split off from no. {number}</source>
        <translation>This was split off from no. {number}</translation>
    </message>
    <message>
        <source>Belongs to no. {number}</source>
        <translation>Belongs to no. {number}</translation>
    </message>
    <message>
        <source>Kept in the handbook</source>
        <translation>Kept in the handbook</translation>
    </message>
    <message>
        <source>No longer with a page of the handbook</source>
        <translation>No longer with a page of the handbook</translation>
    </message>
    <message>
        <source>Decision {number} was written down</source>
        <translation>Decision {number} was written down</translation>
    </message>
    <message>
        <source>No longer belongs to no. {number}</source>
        <translation>No longer belongs to no. {number}</translation>
    </message>
    <message>
        <source>Put under incident {number}</source>
        <translation>Put under incident {number}</translation>
    </message>
    <message>
        <source>Taken out of its incident</source>
        <translation>Taken out of its incident</translation>
    </message>
    <message>
        <source>Promised: the customer hears from us {moment}</source>
        <translation>Promised: the customer hears from us {moment}</translation>
    </message>
    <message>
        <source>The promise for {moment} was kept</source>
        <translation>The promise for {moment} was kept</translation>
    </message>
    <message>
        <source>The promise for {moment} was kept too late</source>
        <translation>The promise for {moment} was kept too late</translation>
    </message>
    <message>
        <source>The promise for {moment} was extended</source>
        <translation>The promise for {moment} was extended</translation>
    </message>
    <message>
        <source>The promise for {moment} never reached the customer</source>
        <translation>The promise for {moment} never reached the customer</translation>
    </message>
    <message>
        <source>The promise for {moment} was not kept in time</source>
        <translation>The promise for {moment} was not kept in time</translation>
    </message>
    <message>
        <source>Procedure begun: {title}</source>
        <translation>Procedure begun: {title}</translation>
    </message>
    <message>
        <source>Procedure finished: {title}</source>
        <translation>Procedure finished: {title}</translation>
    </message>
    <message>
        <source>Procedure stopped at step {step}: {title}</source>
        <translation>Procedure stopped at step {step}: {title}</translation>
    </message>
    <message>
        <source>Category: {name}</source>
        <translation>Category: {name}</translation>
    </message>
    <message>
        <source>Department: {name}</source>
        <translation>Department: {name}</translation>
    </message>
    <message>
        <source>Type: {name}</source>
        <translation>Type: {name}</translation>
    </message>
    <message>
        <source>Product group: {name}</source>
        <translation>Product group: {name}</translation>
    </message>
    <message>
        <source>a rule of yours</source>
        <translation>a rule of yours</translation>
    </message>
    <message>
        <source>Priority: {name}</source>
        <translation>Priority: {name}</translation>
    </message>
    <message>
        <source>You took an answer back before it went out</source>
        <translation>You took an answer back before it went out</translation>
    </message>
    <message>
        <source>You let an answer be sent again</source>
        <translation>You let an answer be sent again</translation>
    </message>
    <message>
        <source>Balie told the customer that the message arrived</source>
        <translation>Balie told the customer that the message arrived</translation>
    </message>
    <message>
        <source>Done although something was missing: {reason}</source>
        <translation>Done although something was missing: {reason}</translation>
    </message>
    <message>
        <source>Written down how it ended</source>
        <translation>Written down how it ended</translation>
    </message>
    <message>
        <source>You gave a first reaction</source>
        <translation>You gave a first reaction</translation>
    </message>
    <message>
        <source>Too late: {clock}</source>
        <translation>Too late: {clock}</translation>
    </message>
    <message>
        <source>Label: {name}</source>
        <translation>Label: {name}</translation>
    </message>
    <message>
        <source>Label taken off: {name}</source>
        <translation>Label taken off: {name}</translation>
    </message>
    <message>
        <source>Changed there. It said: “{text}”</source>
        <translation>Changed there. It said: “{text}”</translation>
    </message>
    <message>
        <source>A message was taken away there</source>
        <translation>A message was taken away there</translation>
    </message>
    <message>
        <source>Undone: {act}</source>
        <translation>Undone: {act}</translation>
    </message>
    <message>
        <source>You assessed it</source>
        <translation>You assessed it</translation>
    </message>
    <message>
        <source>You said what this customer means to the firm</source>
        <translation>You said what this customer means to the firm</translation>
    </message>
    <message>
        <source>The rule “{name}” did: {what}</source>
        <translation>The rule “{name}” did: {what}</translation>
    </message>
    <message>
        <source>{stars} in the review: {what}</source>
        <translation>{stars} in the review: {what}</translation>
    </message>
    <message>
        <source>The customer made {stars} of {before}: {what}</source>
        <translation>The customer made {stars} of {before}: {what}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
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
        <translation>unhappy</translation>
    </message>
    <message>
        <source>influence</source>
        <translation>influence</translation>
    </message>
    <message>
        <source>little time left</source>
        <translation>little time left</translation>
    </message>
    <message>
        <source>in public</source>
        <translation>in public</translation>
    </message>
    <message>
        <source>wrote before</source>
        <translation>wrote before</translation>
    </message>
    <message>
        <source> or </source>
        <translation> or </translation>
    </message>
    <message>
        <source>not sure: {both}</source>
        <translation>not sure: {both}</translation>
    </message>
    <message>
        <source>priority {name}</source>
        <translation>priority {name}</translation>
    </message>
    <message>
        <source>Suggestion: {what}</source>
        <translation>Suggestion: {what}</translation>
    </message>
    <message>
        <source>because of {words}</source>
        <translation>because of {words}</translation>
    </message>
    <message>
        <source>nearly the same as no. {number}</source>
        <translation>nearly the same as no. {number}</translation>
    </message>
    <message>
        <source>like no. {numbers}</source>
        <translation>like no. {numbers}</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>Saved texts and macros</source>
        <translation>Saved texts and macros</translation>
    </message>
    <message>
        <source>Name, or words of the text</source>
        <translation>Name, or words of the text</translation>
    </message>
    <message>
        <source>Put it in</source>
        <translation>Put it in</translation>
    </message>
    <message>
        <source>Send and do</source>
        <translation>Send and do</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Do it</translation>
    </message>
    <message>
        <source>macro</source>
        <translation>macro</translation>
    </message>
    <message>
        <source>category</source>
        <translation>category</translation>
    </message>
    <message>
        <source>department</source>
        <translation>department</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>priority</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>outcome</translation>
    </message>
    <message>
        <source>state</source>
        <translation>state</translation>
    </message>
    <message>
        <source>out of sight</source>
        <translation>out of sight</translation>
    </message>
    <message>
        <source>Messages: {count}</source>
        <translation>Messages: {count}</translation>
    </message>
</context>
<context>
    <name>TextsPage</name>
    <message>
        <source>category</source>
        <translation>category</translation>
    </message>
    <message>
        <source>department</source>
        <translation>department</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>priority</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>how it ended</source>
        <translation>how it ended</translation>
    </message>
    <message>
        <source>state</source>
        <translation>state</translation>
    </message>
    <message>
        <source>out of sight</source>
        <translation>out of sight</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>What it does</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Choose …</translation>
    </message>
    <message>
        <source>Take this out: {name}</source>
        <translation>Take this out: {name}</translation>
    </message>
    <message>
        <source>until we open</source>
        <translation>until we open</translation>
    </message>
    <message>
        <source>for {hours} h</source>
        <translation>for {hours} h</translation>
    </message>
    <message>
        <source>And this goes along with it</source>
        <translation>And this goes along with it</translation>
    </message>
    <message>
        <source>Also …</source>
        <translation>Also …</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Not saved yet</translation>
    </message>
    <message>
        <source>Changed elsewhere meanwhile; saving puts this in its place.</source>
        <translation>Changed elsewhere meanwhile; saving puts this in its place.</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>As it was</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>New text</source>
        <translation>New text</translation>
    </message>
    <message>
        <source>New macro</source>
        <translation>New macro</translation>
    </message>
    <message>
        <source>How you write</source>
        <translation>How you write</translation>
    </message>
    <message>
        <source>Offer {name} earlier</source>
        <translation>Offer {name} earlier</translation>
    </message>
    <message>
        <source>Offer {name} later</source>
        <translation>Offer {name} later</translation>
    </message>
    <message>
        <source>Throw {name} away</source>
        <translation>Throw {name} away</translation>
    </message>
    <message>
        <source>You write like this from now on</source>
        <translation>You write like this from now on</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Saved: {name}</translation>
    </message>
    <message>
        <source>Thrown away</source>
        <translation>Thrown away</translation>
    </message>
    <message>
        <source>The order has changed</source>
        <translation>The order has changed</translation>
    </message>
    <message>
        <source>An answer you choose</source>
        <translation>An answer you choose</translation>
    </message>
    <message>
        <source>First reaction</source>
        <translation>First reaction</translation>
    </message>
    <message>
        <source>First reaction with a promise</source>
        <translation>First reaction with a promise</translation>
    </message>
    <message>
        <source>First reaction when closed</source>
        <translation>First reaction when closed</translation>
    </message>
    <message>
        <source>Later than promised</source>
        <translation>Later than promised</translation>
    </message>
    <message>
        <source>Public line</source>
        <translation>Public line</translation>
    </message>
    <message>
        <source>Private message</source>
        <translation>Private message</translation>
    </message>
    <message>
        <source>Closing public line</source>
        <translation>Closing public line</translation>
    </message>
    <message>
        <source>Question to a colleague</source>
        <translation>Question to a colleague</translation>
    </message>
    <message>
        <source>Note of a phone call</source>
        <translation>Note of a phone call</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Channels</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>All channels</translation>
    </message>
    <message>
        <source>As {name} would read it, in message {number}</source>
        <translation>As {name} would read it, in message {number}</translation>
    </message>
    <message>
        <source>As a customer would read it</source>
        <translation>As a customer would read it</translation>
    </message>
    <message>
        <source>Nothing is known for {places}: you are asked when you use it.</source>
        <translation>Nothing is known for {places}: you are asked when you use it.</translation>
    </message>
    <message>
        <source>Nothing is known for {places}: this cannot be sent so.</source>
        <translation>Nothing is known for {places}: this cannot be sent so.</translation>
    </message>
    <message>
        <source>Nothing ever fills {places}: what you gave instead always stands there.</source>
        <translation>Nothing ever fills {places}: what you gave instead always stands there.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>How it reads</source>
        <translation>How it reads</translation>
    </message>
    <message>
        <source>Filled in for you: {places}. Behind a bar what stands there without one: {example}. For je and u: {forms}</source>
        <translation>Filled in for you: {places}. Behind a bar what stands there without one: {example}. For je and u: {forms}</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Used for</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Name, or words of the text</source>
        <translation>Name, or words of the text</translation>
    </message>
    <message>
        <source>Search your texts</source>
        <translation>Search your texts</translation>
    </message>
    <message>
        <source>Your own texts</source>
        <translation>Your own texts</translation>
    </message>
    <message>
        <source>Nothing has these words in it.</source>
        <translation>Nothing has these words in it.</translation>
    </message>
    <message>
        <source>New one</source>
        <translation>New one</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>not saved yet</translation>
    </message>
    <message>
        <source>text</source>
        <translation>text</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texts</translation>
    </message>
    <message>
        <source>Macros</source>
        <translation>Macros</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Nothing here yet</translation>
    </message>
    <message>
        <source>Keep what you write every day; Ctrl+T puts it in an answer.</source>
        <translation>Keep what you write every day; Ctrl+T puts it in an answer.</translation>
    </message>
    <message>
        <source>Write the first one</source>
        <translation>Write the first one</translation>
    </message>
    <message>
        <source>The firm</source>
        <translation>The firm</translation>
    </message>
    <message>
        <source>Signature of</source>
        <translation>Signature of</translation>
    </message>
    <message>
        <source>Empty: as the firm</source>
        <translation>Empty: as the firm</translation>
    </message>
    <message>
        <source>In letters</source>
        <translation>In letters</translation>
    </message>
    <message>
        <source>Where texts are short</source>
        <translation>Where texts are short</translation>
    </message>
    <message>
        <source>E-mail, contact forms and reviews.</source>
        <translation>E-mail, contact forms and reviews.</translation>
    </message>
    <message>
        <source>Social media and chats: WhatsApp, X, Mastodon and others.</source>
        <translation>Social media and chats: WhatsApp, X, Mastodon and others.</translation>
    </message>
    <message>
        <source>Customers are spoken to with</source>
        <translation>Customers are spoken to with</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>Initials</translation>
    </message>
    <message>
        <source>Kind regards,
your name and shop</source>
        <translation>Kind regards,
your name and shop</translation>
    </message>
</context>
<context>
    <name>ThereLine</name>
    <message>
        <source>Open in the browser</source>
        <translation>Open in the browser</translation>
    </message>
    <message>
        <source>Changed there {when}</source>
        <translation>Changed there {when}</translation>
    </message>
    <message>
        <source>No longer there since {when}</source>
        <translation>No longer there since {when}</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketHeader</name>
    <message>
        <source>(no subject)</source>
        <translation>(no subject)</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Snooze</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Everything that can be done</source>
        <translation>Everything that can be done</translation>
    </message>
    <message>
        <source>no. {number}</source>
        <translation>no. {number}</translation>
    </message>
    <message>
        <source>through {account}</source>
        <translation>through {account}</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>No message chosen</source>
        <translation>No message chosen</translation>
    </message>
    <message>
        <source>Choose one from the list, with the mouse or with J and K.</source>
        <translation>Choose one from the list, with the mouse or with J and K.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier message(s)</source>
        <translation>
            <numerusform>Show %n earlier message</numerusform>
            <numerusform>Show %n earlier messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n message(s) to do</source>
        <translation>
            <numerusform>%n message to do</numerusform>
            <numerusform>%n messages to do</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message numerus="yes">
        <source>%n to go</source>
        <translation>
            <numerusform>%n to go</numerusform>
            <numerusform>%n to go</numerusform>
        </translation>
    </message>
    <message>
        <source>Forward to</source>
        <translation>Forward to</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>No reaction</source>
        <translation>No reaction</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>Product group</source>
        <translation>Product group</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Ask a colleague</source>
        <translation>Ask a colleague</translation>
    </message>
    <message>
        <source>Assess what came in</source>
        <translation>Assess what came in</translation>
    </message>
    <message>
        <source>Everything is assessed</source>
        <translation>Everything is assessed</translation>
    </message>
    <message>
        <source>What comes in next appears here by itself.</source>
        <translation>What comes in next appears here by itself.</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(no subject)</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Take over</translation>
    </message>
</context>
<context>
    <name>Walk</name>
    <message>
        <source>Do this</source>
        <translation>Do this</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Ask a colleague</source>
        <translation>Ask a colleague</translation>
    </message>
    <message>
        <source>Send this text</source>
        <translation>Send this text</translation>
    </message>
    <message>
        <source>Show more or less of the procedure</source>
        <translation>Show more or less of the procedure</translation>
    </message>
    <message>
        <source>What was done so far</source>
        <translation>What was done so far</translation>
    </message>
    <message>
        <source>Procedure: {name}</source>
        <translation>Procedure: {name}</translation>
    </message>
    <message>
        <source>Step {number} of at least {total}</source>
        <translation>Step {number} of at least {total}</translation>
    </message>
    <message>
        <source>The procedure does not say what comes next</source>
        <translation>The procedure does not say what comes next</translation>
    </message>
    <message>
        <source>Result: {text}</source>
        <translation>Result: {text}</translation>
    </message>
    <message>
        <source>Done, go on</source>
        <translation>Done, go on</translation>
    </message>
    <message>
        <source>Ask {name} …</source>
        <translation>Ask {name} …</translation>
    </message>
    <message>
        <source>Ask a colleague …</source>
        <translation>Ask a colleague …</translation>
    </message>
    <message>
        <source>Put it in the answer</source>
        <translation>Put it in the answer</translation>
    </message>
    <message>
        <source>a review of 1 or 2 stars</source>
        <translation>a review of 1 or 2 stars</translation>
    </message>
    <message>
        <source>a review of 4 or 5 stars</source>
        <translation>a review of 4 or 5 stars</translation>
    </message>
    <message>
        <source>high priority</source>
        <translation>high priority</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>urgent</translation>
    </message>
    <message>
        <source>a VIP</source>
        <translation>a VIP</translation>
    </message>
    <message>
        <source>the press</source>
        <translation>the press</translation>
    </message>
    <message>
        <source>one of many with the same trouble</source>
        <translation>one of many with the same trouble</translation>
    </message>
    <message>
        <source>an angry customer</source>
        <translation>an angry customer</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Procedure that fits: {reasons}</source>
        <translation>Procedure that fits: {reasons}</translation>
    </message>
    <message>
        <source>your rule “{name}”</source>
        <translation>your rule “{name}”</translation>
    </message>
    <message>
        <source>{signal}, by the sound of it</source>
        <translation>{signal}, by the sound of it</translation>
    </message>
    <message>
        <source>Step done</source>
        <translation>Step done</translation>
    </message>
    <message>
        <source>Chosen: {name}</source>
        <translation>Chosen: {name}</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>One step back</translation>
    </message>
    <message>
        <source>“{title}” is done; {keys} chooses another.</source>
        <translation>“{title}” is done; {keys} chooses another.</translation>
    </message>
    <message>
        <source>Why do you stop here?</source>
        <translation>Why do you stop here?</translation>
    </message>
    <message>
        <source>Or in your own words</source>
        <translation>Or in your own words</translation>
    </message>
    <message>
        <source>Procedure stopped: {name}</source>
        <translation>Procedure stopped: {name}</translation>
    </message>
    <message>
        <source>Which procedure?</source>
        <translation>Which procedure?</translation>
    </message>
    <message>
        <source>Name of a procedure</source>
        <translation>Name of a procedure</translation>
    </message>
    <message>
        <source>Procedure begun: {name}</source>
        <translation>Procedure begun: {name}</translation>
    </message>
    <message>
        <source>Procedure finished: {outcome}</source>
        <translation>Procedure finished: {outcome}</translation>
    </message>
    <message>
        <source>Solved in another way</source>
        <translation>Solved in another way</translation>
    </message>
    <message>
        <source>It is another kind of case</source>
        <translation>It is another kind of case</translation>
    </message>
    <message>
        <source>The customer does not answer any more</source>
        <translation>The customer does not answer any more</translation>
    </message>
    <message>
        <source>The procedure does not fit</source>
        <translation>The procedure does not fit</translation>
    </message>
</context>
<context>
    <name>Webform</name>
    <message>
        <source>Where shall the form be saved?</source>
        <translation>Where shall the form be saved?</translation>
    </message>
    <message>
        <source>Saved in {folder}: {names}</source>
        <translation>Saved in {folder}: {names}</translation>
    </message>
    <message>
        <source>Write a whole address, such as info@your-website.nl.</source>
        <translation>Write a whole address, such as info@your-website.nl.</translation>
    </message>
    <message>
        <source>Write what the firm is called.</source>
        <translation>Write what the firm is called.</translation>
    </message>
    <message>
        <source>Write the whole address of the page, with https://.</source>
        <translation>Write the whole address of the page, with https://.</translation>
    </message>
    <message>
        <source>Contact form for your website</source>
        <translation>Contact form for your website</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>Balie saves the form in Dutch and in English, and a small program (PHP) that mails what is filled in. Put the files on your web hosting, or give them to your web builder. What customers fill in then comes in here as a message.</source>
        <translation>Balie saves the form in Dutch and in English, and a small program (PHP) that mails what is filled in. Put the files on your web hosting, or give them to your web builder. What customers fill in then comes in here as a message.</translation>
    </message>
    <message>
        <source>your-website.nl</source>
        <translation>your-website.nl</translation>
    </message>
    <message>
        <source>Not needed; begins with https://</source>
        <translation>Not needed; begins with https://</translation>
    </message>
    <message>
        <source>Name of the firm</source>
        <translation>Name of the firm</translation>
    </message>
    <message>
        <source>Its mails go to</source>
        <translation>Its mails go to</translation>
    </message>
    <message>
        <source>The website sends from</source>
        <translation>The website sends from</translation>
    </message>
    <message>
        <source>Page about privacy</source>
        <translation>Page about privacy</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>New</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Waiting for colleague</source>
        <translation>Waiting for colleague</translation>
    </message>
    <message>
        <source>Waiting for customer</source>
        <translation>Waiting for customer</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Snoozed</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>No reaction needed</source>
        <translation>No reaction needed</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>It is your turn</source>
        <translation>It is your turn</translation>
    </message>
    <message>
        <source>Your turn, later</source>
        <translation>Your turn, later</translation>
    </message>
    <message>
        <source>It is a colleague&apos;s turn</source>
        <translation>It is a colleague&apos;s turn</translation>
    </message>
    <message>
        <source>It is the customer&apos;s turn</source>
        <translation>It is the customer&apos;s turn</translation>
    </message>
    <message>
        <source>Nobody has to do anything</source>
        <translation>Nobody has to do anything</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <translation>High</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>first reaction</source>
        <translation>first reaction</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>answer</translation>
    </message>
    <message>
        <source>next reply</source>
        <translation>next reply</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Being sent</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Not sure whether it was sent</source>
        <translation>Not sure whether it was sent</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>Taken out of the outbox</source>
        <translation>Taken out of the outbox</translation>
    </message>
    <message>
        <source>Automatic reply</source>
        <translation>Automatic reply</translation>
    </message>
    <message>
        <source>Delivery report</source>
        <translation>Delivery report</translation>
    </message>
    <message>
        <source>Read receipt</source>
        <translation>Read receipt</translation>
    </message>
    <message>
        <source>Mailing list</source>
        <translation>Mailing list</translation>
    </message>
    <message>
        <source>Automatic message</source>
        <translation>Automatic message</translation>
    </message>
    <message>
        <source>Not fetched yet</source>
        <translation>Not fetched yet</translation>
    </message>
    <message>
        <source>Fetching messages</source>
        <translation>Fetching messages</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>No connection</translation>
    </message>
    <message>
        <source>Needs your attention</source>
        <translation>Needs your attention</translation>
    </message>
    <message>
        <source>type</source>
        <translation>type</translation>
    </message>
    <message>
        <source>product group</source>
        <translation>product group</translation>
    </message>
    <message>
        <source>assessed</source>
        <translation>assessed</translation>
    </message>
    <message>
        <source>forwarded</source>
        <translation>forwarded</translation>
    </message>
    <message>
        <source>what the customer means to the firm</source>
        <translation>what the customer means to the firm</translation>
    </message>
    <message>
        <source>a rule</source>
        <translation>a rule</translation>
    </message>
    <message>
        <source>a rule changed</source>
        <translation>a rule changed</translation>
    </message>
    <message>
        <source>a rule taken out</source>
        <translation>a rule taken out</translation>
    </message>
    <message>
        <source>a rule moved</source>
        <translation>a rule moved</translation>
    </message>
    <message>
        <source>a text changed</source>
        <translation>a text changed</translation>
    </message>
    <message>
        <source>a text thrown away</source>
        <translation>a text thrown away</translation>
    </message>
    <message>
        <source>the order of the texts</source>
        <translation>the order of the texts</translation>
    </message>
    <message>
        <source>a page of the handbook changed</source>
        <translation>a page of the handbook changed</translation>
    </message>
    <message>
        <source>a page of the handbook thrown away</source>
        <translation>a page of the handbook thrown away</translation>
    </message>
    <message>
        <source>pages brought into the handbook</source>
        <translation>pages brought into the handbook</translation>
    </message>
    <message>
        <source>the starter handbook brought in</source>
        <translation>the starter handbook brought in</translation>
    </message>
    <message>
        <source>procedure begun</source>
        <translation>procedure begun</translation>
    </message>
    <message>
        <source>a step done</source>
        <translation>a step done</translation>
    </message>
    <message>
        <source>a choice made</source>
        <translation>a choice made</translation>
    </message>
    <message>
        <source>a step back</source>
        <translation>a step back</translation>
    </message>
    <message>
        <source>procedure stopped</source>
        <translation>procedure stopped</translation>
    </message>
    <message>
        <source>a case kept in the handbook</source>
        <translation>a case kept in the handbook</translation>
    </message>
    <message>
        <source>a page that goes with it</source>
        <translation>a page that goes with it</translation>
    </message>
    <message>
        <source>a page that does not go with it</source>
        <translation>a page that does not go with it</translation>
    </message>
    <message>
        <source>when a question comes back too often</source>
        <translation>when a question comes back too often</translation>
    </message>
    <message>
        <source>the log of what was posted changed</source>
        <translation>the log of what was posted changed</translation>
    </message>
    <message>
        <source>an entry of what was posted thrown away</source>
        <translation>an entry of what was posted thrown away</translation>
    </message>
    <message>
        <source>a step of the checklist for publishing</source>
        <translation>a step of the checklist for publishing</translation>
    </message>
    <message>
        <source>a statement changed</source>
        <translation>a statement changed</translation>
    </message>
    <message>
        <source>a statement withdrawn</source>
        <translation>a statement withdrawn</translation>
    </message>
    <message>
        <source>a statement thrown away</source>
        <translation>a statement thrown away</translation>
    </message>
    <message>
        <source>an inform list changed</source>
        <translation>an inform list changed</translation>
    </message>
    <message>
        <source>an inform list thrown away</source>
        <translation>an inform list thrown away</translation>
    </message>
    <message>
        <source>who was told</source>
        <translation>who was told</translation>
    </message>
    <message>
        <source>what to do about a question that comes back</source>
        <translation>what to do about a question that comes back</translation>
    </message>
    <message>
        <source>an article for a question that comes back</source>
        <translation>an article for a question that comes back</translation>
    </message>
    <message>
        <source>a question that comes back, done</source>
        <translation>a question that comes back, done</translation>
    </message>
    <message>
        <source>a question that comes back, left</source>
        <translation>a question that comes back, left</translation>
    </message>
    <message>
        <source>a question that comes back, open again</source>
        <translation>a question that comes back, open again</translation>
    </message>
    <message>
        <source>a decision written down</source>
        <translation>a decision written down</translation>
    </message>
    <message>
        <source>a briefing begun</source>
        <translation>a briefing begun</translation>
    </message>
    <message>
        <source>a briefing changed</source>
        <translation>a briefing changed</translation>
    </message>
    <message>
        <source>a briefing published</source>
        <translation>a briefing published</translation>
    </message>
    <message>
        <source>a briefing thrown away</source>
        <translation>a briefing thrown away</translation>
    </message>
    <message>
        <source>who has read a briefing</source>
        <translation>who has read a briefing</translation>
    </message>
    <message>
        <source>the list of a new colleague</source>
        <translation>the list of a new colleague</translation>
    </message>
    <message>
        <source>what a new colleague has done</source>
        <translation>what a new colleague has done</translation>
    </message>
    <message>
        <source>a macro</source>
        <translation>a macro</translation>
    </message>
    <message>
        <source>a macro changed</source>
        <translation>a macro changed</translation>
    </message>
    <message>
        <source>a macro thrown away</source>
        <translation>a macro thrown away</translation>
    </message>
    <message>
        <source>the order of the macros</source>
        <translation>the order of the macros</translation>
    </message>
    <message>
        <source>a list made longer</source>
        <translation>a list made longer</translation>
    </message>
    <message>
        <source>a name in a list</source>
        <translation>a name in a list</translation>
    </message>
    <message>
        <source>the order of a list</source>
        <translation>the order of a list</translation>
    </message>
    <message>
        <source>a list made shorter</source>
        <translation>a list made shorter</translation>
    </message>
    <message>
        <source>incident opened</source>
        <translation>incident opened</translation>
    </message>
    <message>
        <source>put under an incident</source>
        <translation>put under an incident</translation>
    </message>
    <message>
        <source>taken out of its incident</source>
        <translation>taken out of its incident</translation>
    </message>
    <message>
        <source>how an incident stands</source>
        <translation>how an incident stands</translation>
    </message>
    <message>
        <source>incident closed</source>
        <translation>incident closed</translation>
    </message>
    <message>
        <source>incident opened again</source>
        <translation>incident opened again</translation>
    </message>
    <message>
        <source>the public line</source>
        <translation>the public line</translation>
    </message>
    <message>
        <source>the private message</source>
        <translation>the private message</translation>
    </message>
    <message>
        <source>the closing public line</source>
        <translation>the closing public line</translation>
    </message>
    <message>
        <source>what was said elsewhere</source>
        <translation>what was said elsewhere</translation>
    </message>
    <message>
        <source>one answer to many</source>
        <translation>one answer to many</translation>
    </message>
    <message>
        <source>the first reaction</source>
        <translation>the first reaction</translation>
    </message>
    <message>
        <source>the later promise</source>
        <translation>the later promise</translation>
    </message>
    <message>
        <source>the promise</source>
        <translation>the promise</translation>
    </message>
    <message>
        <source>that the promise was kept</source>
        <translation>that the promise was kept</translation>
    </message>
    <message>
        <source>the question</source>
        <translation>the question</translation>
    </message>
    <message>
        <source>the note of the call</source>
        <translation>the note of the call</translation>
    </message>
    <message>
        <source>the note of the talk</source>
        <translation>the note of the talk</translation>
    </message>
    <message>
        <source>the note of your answer</source>
        <translation>the note of your answer</translation>
    </message>
    <message>
        <source>no longer waiting for an answer</source>
        <translation>no longer waiting for an answer</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>approved</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>not approved</translation>
    </message>
    <message>
        <source>the new colleague</source>
        <translation>the new colleague</translation>
    </message>
    <message>
        <source>the change to a colleague</source>
        <translation>the change to a colleague</translation>
    </message>
    <message>
        <source>colleague taken out</source>
        <translation>colleague taken out</translation>
    </message>
    <message>
        <source>whom to ask first</source>
        <translation>whom to ask first</translation>
    </message>
    <message>
        <source>opening hours</source>
        <translation>opening hours</translation>
    </message>
    <message>
        <source>evening hours</source>
        <translation>evening hours</translation>
    </message>
    <message>
        <source>hours of a date</source>
        <translation>hours of a date</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>holiday</translation>
    </message>
    <message>
        <source>country of the holidays</source>
        <translation>country of the holidays</translation>
    </message>
    <message>
        <source>plan added</source>
        <translation>plan added</translation>
    </message>
    <message>
        <source>plan changed</source>
        <translation>plan changed</translation>
    </message>
    <message>
        <source>plan taken out</source>
        <translation>plan taken out</translation>
    </message>
    <message>
        <source>how you write</source>
        <translation>how you write</translation>
    </message>
    <message>
        <source>when colleagues are reminded</source>
        <translation>when colleagues are reminded</translation>
    </message>
    <message>
        <source>what stars say</source>
        <translation>what stars say</translation>
    </message>
    <message>
        <source>when something is suggested</source>
        <translation>when something is suggested</translation>
    </message>
    <message>
        <source>whose mails are recognised</source>
        <translation>whose mails are recognised</translation>
    </message>
    <message>
        <source>say how it ended</source>
        <translation>say how it ended</translation>
    </message>
    <message>
        <source>a promise to the customer is open</source>
        <translation>a promise to the customer is open</translation>
    </message>
    <message>
        <source>a colleague was asked and has not answered</source>
        <translation>a colleague was asked and has not answered</translation>
    </message>
    <message>
        <source>a procedure is not walked to its end</source>
        <translation>a procedure is not walked to its end</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>procedure</translation>
    </message>
    <message>
        <source>text</source>
        <translation>text</translation>
    </message>
    <message>
        <source>procedure that is being walked</source>
        <translation>procedure that is being walked</translation>
    </message>
    <message>
        <source>page</source>
        <translation>page</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>decision</translation>
    </message>
    <message>
        <source>briefing</source>
        <translation>briefing</translation>
    </message>
    <message>
        <source>list of a new colleague</source>
        <translation>list of a new colleague</translation>
    </message>
    <message>
        <source>line of the list</source>
        <translation>line of the list</translation>
    </message>
    <message>
        <source>an answer did not arrive, or may not have</source>
        <translation>an answer did not arrive, or may not have</translation>
    </message>
    <message>
        <source>colleague</source>
        <translation>colleague</translation>
    </message>
    <message>
        <source>question to a colleague</source>
        <translation>question to a colleague</translation>
    </message>
    <message>
        <source>deputy</source>
        <translation>deputy</translation>
    </message>
    <message>
        <source>date</source>
        <translation>date</translation>
    </message>
    <message>
        <source>country</source>
        <translation>country</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>channel</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>customer</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>plan</translation>
    </message>
    <message>
        <source>weekday</source>
        <translation>weekday</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>reason</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>rule</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>condition</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>effect</translation>
    </message>
    <message>
        <source>influence</source>
        <translation>influence</translation>
    </message>
    <message>
        <source>It could not be delivered to {recipient} ({status}). Check the address or the number.</source>
        <translation>It could not be delivered to {recipient} ({status}). Check the address or the number.</translation>
    </message>
    <message>
        <source>Connect {account} again to send it, or take the answer back.</source>
        <translation>Connect {account} again to send it, or take the answer back.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>Text message</translation>
    </message>
    <message>
        <source>Google reviews</source>
        <translation>Google reviews</translation>
    </message>
    <message>
        <source>Mentions on the web</source>
        <translation>Mentions on the web</translation>
    </message>
    <message>
        <source>Contact form</source>
        <translation>Contact form</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>In the shop</source>
        <translation>In the shop</translation>
    </message>
    <message>
        <source>message</source>
        <translation>message</translation>
    </message>
    <message>
        <source>message in the outbox</source>
        <translation>message in the outbox</translation>
    </message>
    <message>
        <source>quarantined item</source>
        <translation>quarantined item</translation>
    </message>
    <message>
        <source>account</source>
        <translation>account</translation>
    </message>
    <message>
        <source>state</source>
        <translation>state</translation>
    </message>
    <message>
        <source>category</source>
        <translation>category</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>priority</translation>
    </message>
    <message>
        <source>department</source>
        <translation>department</translation>
    </message>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>opened again</source>
        <translation>opened again</translation>
    </message>
    <message>
        <source>no reaction needed</source>
        <translation>no reaction needed</translation>
    </message>
    <message>
        <source>spam</source>
        <translation>spam</translation>
    </message>
    <message>
        <source>waiting for the customer</source>
        <translation>waiting for the customer</translation>
    </message>
    <message>
        <source>waiting for a colleague</source>
        <translation>waiting for a colleague</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>snoozed</translation>
    </message>
    <message>
        <source>label put on</source>
        <translation>label put on</translation>
    </message>
    <message>
        <source>label taken off</source>
        <translation>label taken off</translation>
    </message>
    <message>
        <source>put together</source>
        <translation>put together</translation>
    </message>
    <message>
        <source>split</source>
        <translation>split</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>linked</translation>
    </message>
    <message>
        <source>link removed</source>
        <translation>link removed</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>the answer</translation>
    </message>
    <message>
        <source>the note</source>
        <translation>the note</translation>
    </message>
    <message>
        <source>the window</source>
        <translation>the window</translation>
    </message>
    <message>
        <source>the command line</source>
        <translation>the command line</translation>
    </message>
    <message>
        <source>fetching on the command line</source>
        <translation>fetching on the command line</translation>
    </message>
    <message>
        <source>sending on the command line</source>
        <translation>sending on the command line</translation>
    </message>
    <message>
        <source>an import</source>
        <translation>an import</translation>
    </message>
    <message>
        <source>The connection broke while it was being sent, so it may or may not have gone out.</source>
        <translation>The connection broke while it was being sent, so it may or may not have gone out.</translation>
    </message>
    <message>
        <source>Balie was stopped while it was being sent, so it may or may not have gone out.</source>
        <translation>Balie was stopped while it was being sent, so it may or may not have gone out.</translation>
    </message>
    <message>
        <source>Something went wrong ({code}).</source>
        <translation>Something went wrong ({code}).</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>Now: {name}</source>
        <translation>Now: {name}</translation>
    </message>
    <message>
        <source>Out of sight until</source>
        <translation>Out of sight until</translation>
    </message>
    <message>
        <source>Or in your own words: vrijdag 9u, in 2 hours, 5 dec</source>
        <translation>Or in your own words: vrijdag 9u, in 2 hours, 5 dec</translation>
    </message>
    <message>
        <source>Asleep until {moment}</source>
        <translation>Asleep until {moment}</translation>
    </message>
    <message>
        <source>The customer hears that you have it, and when he hears from you</source>
        <translation>The customer hears that you have it, and when he hears from you</translation>
    </message>
    <message>
        <source>The customer hears that you have it</source>
        <translation>The customer hears that you have it</translation>
    </message>
    <message>
        <source>The customer hears that it takes longer</source>
        <translation>The customer hears that it takes longer</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Choose a label, or type a new one</source>
        <translation>Choose a label, or type a new one</translation>
    </message>
    <message>
        <source>Label off: {name}</source>
        <translation>Label off: {name}</translation>
    </message>
    <message>
        <source>Label: {name}</source>
        <translation>Label: {name}</translation>
    </message>
    <message>
        <source>Put together with</source>
        <translation>Put together with</translation>
    </message>
    <message>
        <source>Put together into one</source>
        <translation>Put together into one</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Belongs to</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Linked</translation>
    </message>
    <message>
        <source>Search by customer, subject or number</source>
        <translation>Search by customer, subject or number</translation>
    </message>
    <message>
        <source>This is a conversation of its own now</source>
        <translation>This is a conversation of its own now</translation>
    </message>
    <message>
        <source>Copied as text</source>
        <translation>Copied as text</translation>
    </message>
    <message>
        <source>Copied: {text}</source>
        <translation>Copied: {text}</translation>
    </message>
    <message>
        <source>or until the customer writes</source>
        <translation>or until the customer writes</translation>
    </message>
    <message>
        <source>also when the customer writes</source>
        <translation>also when the customer writes</translation>
    </message>
    <message>
        <source>New label “{name}”</source>
        <translation>New label “{name}”</translation>
    </message>
</context>
<context>
    <name>Writer</name>
    <message>
        <source>Your answer goes out. This stays open: an earlier answer did not arrive</source>
        <translation>Your answer goes out. This stays open: an earlier answer did not arrive</translation>
    </message>
    <message>
        <source>Your answer goes out. This stays open: an earlier answer may not have arrived</source>
        <translation>Your answer goes out. This stays open: an earlier answer may not have arrived</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>Note saved</translation>
    </message>
    <message>
        <source>Your answer goes out. Promised until {moment}</source>
        <translation>Your answer goes out. Promised until {moment}</translation>
    </message>
    <message>
        <source>Your answer goes out {moment}</source>
        <translation>Your answer goes out {moment}</translation>
    </message>
    <message>
        <source>Your answer goes out, and this is done</source>
        <translation>Your answer goes out, and this is done</translation>
    </message>
    <message>
        <source>Your answer goes out</source>
        <translation>Your answer goes out</translation>
    </message>
    <message>
        <source>Looking for it in the mailbox</source>
        <translation>Looking for it in the mailbox</translation>
    </message>
</context>
<context>
    <name>channels</name>
    <message>
        <source>Direct messages on Mastodon are not encrypted: the people who run the servers can read them. Everybody who is mentioned in one gets it. Only pictures can go along.</source>
        <translation>Direct messages on Mastodon are not encrypted: the people who run the servers can read them. Everybody who is mentioned in one gets it. Only pictures can go along.</translation>
    </message>
    <message>
        <source>Telegram takes one file per message, with at most 1,024 characters beside it. What was sent cannot be looked up there afterwards.</source>
        <translation>Telegram takes one file per message, with at most 1,024 characters beside it. What was sent cannot be looked up there afterwards.</translation>
    </message>
    <message>
        <source>A mention cannot be answered from here: it opens in the browser, and you answer on the page itself.</source>
        <translation>A mention cannot be answered from here: it opens in the browser, and you answer on the page itself.</translation>
    </message>
    <message>
        <source>Kiyoh takes text only, in public or for the customer alone.</source>
        <translation>Kiyoh takes text only, in public or for the customer alone.</translation>
    </message>
    <message>
        <source>An answer to a comment can be read by everybody; keep it below 300 characters. In private you can write once about a comment, within 7 days. A direct message is answered within 24 hours after the customer&apos;s last one, in at most 1,000 bytes. No files.</source>
        <translation>An answer to a comment can be read by everybody; keep it below 300 characters. In private you can write once about a comment, within 7 days. A direct message is answered within 24 hours after the customer&apos;s last one, in at most 1,000 bytes. No files.</translation>
    </message>
    <message>
        <source>A text message has 160 characters, or 70 when there is an emoji, a curly quote or an ë, ï, á or ç in it. A longer text goes as several, at most ten, and each is paid for. Files do not go along.</source>
        <translation>A text message has 160 characters, or 70 when there is an emoji, a curly quote or an ë, ï, á or ç in it. A longer text goes as several, at most ten, and each is paid for. Files do not go along.</translation>
    </message>
    <message>
        <source>WhatsApp takes an answer until 24 hours after the customer&apos;s last message. After that, call or mail, or ask to be written to again. At most 1,600 characters, no files.</source>
        <translation>WhatsApp takes an answer until 24 hours after the customer&apos;s last message. After that, call or mail, or ask to be written to again. At most 1,600 characters, no files.</translation>
    </message>
    <message>
        <source>A review takes one answer, which everybody can read; a new one replaces it. Google looks at it before it is shown. Do not ask for an order number or an address here.</source>
        <translation>A review takes one answer, which everybody can read; a new one replaces it. Google looks at it before it is shown. Do not ask for an order number or an address here.</translation>
    </message>
    <message>
        <source>YouTube has no private messages and takes no files: everybody can read this reply. Do not ask for an order number or an address here.</source>
        <translation>YouTube has no private messages and takes no files: everybody can read this reply. Do not ask for an order number or an address here.</translation>
    </message>
    <message>
        <source>Everybody reads an answer on Facebook. A comment can be answered once in private, within 7 days and with text only; after that the customer has to write first. One picture can go along in public.</source>
        <translation>Everybody reads an answer on Facebook. A comment can be answered once in private, within 7 days and with text only; after that the customer has to write first. One picture can go along in public.</translation>
    </message>
    <message>
        <source>Messenger takes an answer within 24 hours after the customer wrote last; after that only he can go on. A file goes as a message of its own, without text.</source>
        <translation>Messenger takes an answer within 24 hours after the customer wrote last; after that only he can go on. A file goes as a message of its own, without text.</translation>
    </message>
    <message>
        <source>WhatsApp takes an answer until 24 hours after the customer&apos;s last message, and one file per message, with at most 1,024 characters beside it.</source>
        <translation>WhatsApp takes an answer until 24 hours after the customer&apos;s last message, and one file per message, with at most 1,024 characters beside it.</translation>
    </message>
    <message>
        <source>Trustpilot takes one answer to a review: text only, for all to read.</source>
        <translation>Trustpilot takes one answer to a review: text only, for all to read.</translation>
    </message>
    <message>
        <source>X takes an answer only to a post in which its author mentions or quotes you; other posts you answer in the browser. It costs about a cent, and 20 cents with a link in it.</source>
        <translation>X takes an answer only to a post in which its author mentions or quotes you; other posts you answer in the browser. It costs about a cent, and 20 cents with a link in it.</translation>
    </message>
    <message>
        <source>This was said by phone or in the shop, so nothing can be sent from here: ring back, and log what was said.</source>
        <translation>This was said by phone or in the shop, so nothing can be sent from here: ring back, and log what was said.</translation>
    </message>
    <message>
        <source>This platform only told us by mail. Open the message in the browser, answer on the page itself, and log what you wrote.</source>
        <translation>This platform only told us by mail. Open the message in the browser, answer on the page itself, and log what you wrote.</translation>
    </message>
    <message>
        <source>Everybody can read an answer to a post. Nothing can be changed afterwards. Not everyone takes direct messages; Bluesky says so when it is sent.</source>
        <translation>Everybody can read an answer to a post. Nothing can be changed afterwards. Not everyone takes direct messages; Bluesky says so when it is sent.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Something needs your attention.</source>
        <translation>Something needs your attention.</translation>
    </message>
    <message>
        <source>There is no {what} {name}.</source>
        <translation>There is no {what} {name}.</translation>
    </message>
    <message>
        <source>This is the example firm. Connect accounts and import mail in your own messages.</source>
        <translation>This is the example firm. Connect accounts and import mail in your own messages.</translation>
    </message>
    <message>
        <source>“{value}” is not a {field}. Choose one of: {choices}.</source>
        <translation>“{value}” is not a {field}. Choose one of: {choices}.</translation>
    </message>
    <message>
        <source>A message that is {state} cannot become {wanted}.</source>
        <translation>A message that is {state} cannot become {wanted}.</translation>
    </message>
    <message>
        <source>No. {number} cannot be done yet: {missing}.</source>
        <translation>No. {number} cannot be done yet: {missing}.</translation>
    </message>
    <message>
        <source>There is no text to send yet.</source>
        <translation>There is no text to send yet.</translation>
    </message>
    <message>
        <source>Balie does not send a password to {host} over an open line. Choose TLS or STARTTLS.</source>
        <translation>Balie does not send a password to {host} over an open line. Choose TLS or STARTTLS.</translation>
    </message>
    <message>
        <source>{server} does not accept the sign-in of {account}. Enter the password or sign in again; until then no messages come in from there. Balie tries again in half an hour.</source>
        <translation>{server} does not accept the sign-in of {account}. Enter the password or sign in again; until then no messages come in from there. Balie tries again in half an hour.</translation>
    </message>
    <message>
        <source>{account} may not {what}: the right is missing.</source>
        <translation>{account} may not {what}: the right is missing.</translation>
    </message>
    <message>
        <source>Google has not let the Cloud project of {account} use the Business Profile APIs yet. Ask for it with the form “Application for Basic API Access”. Until then reviews come in by the e-mail that Google sends of each.</source>
        <translation>Google has not let the Cloud project of {account} use the Business Profile APIs yet. Ask for it with the form “Application for Basic API Access”. Until then reviews come in by the e-mail that Google sends of each.</translation>
    </message>
    <message>
        <source>{server} does not allow this: {detail}</source>
        <translation>{server} does not allow this: {detail}</translation>
    </message>
    <message>
        <source>Nothing can be sent to {server} from here. Open the message in the browser and answer on the page itself.</source>
        <translation>Nothing can be sent to {server} from here. Open the message in the browser and answer on the page itself.</translation>
    </message>
    <message>
        <source>The time in which {server} takes an answer is over.</source>
        <translation>The time in which {server} takes an answer is over.</translation>
    </message>
    <message>
        <source>{what} is no longer at {server}.</source>
        <translation>{what} is no longer at {server}.</translation>
    </message>
    <message>
        <source>{server} cannot deliver to {recipient}: {detail}. Check the address.</source>
        <translation>{server} cannot deliver to {recipient}: {detail}. Check the address.</translation>
    </message>
    <message>
        <source>This was already answered at {server}.</source>
        <translation>This was already answered at {server}.</translation>
    </message>
    <message>
        <source>{server} does not take this message: {detail}</source>
        <translation>{server} does not take this message: {detail}</translation>
    </message>
    <message>
        <source>{server} asks to wait a little.</source>
        <translation>{server} asks to wait a little.</translation>
    </message>
    <message>
        <source>{server} says that the quota of {account} is used up.</source>
        <translation>{server} says that the quota of {account} is used up.</translation>
    </message>
    <message>
        <source>{server} has restricted {account}: {detail}</source>
        <translation>{server} has restricted {account}: {detail}</translation>
    </message>
    <message>
        <source>{server} has a problem at the moment ({detail}). Balie tries again by itself.</source>
        <translation>{server} has a problem at the moment ({detail}). Balie tries again by itself.</translation>
    </message>
    <message>
        <source>The connection broke while {server} took the message, so it may or may not have gone out.</source>
        <translation>The connection broke while {server} took the message, so it may or may not have gone out.</translation>
    </message>
    <message>
        <source>{server} gave an answer Balie does not understand: {detail}</source>
        <translation>{server} gave an answer Balie does not understand: {detail}</translation>
    </message>
    <message>
        <source>{server} cannot be reached ({detail}). What you write is kept and goes out when it can.</source>
        <translation>{server} cannot be reached ({detail}). What you write is kept and goes out when it can.</translation>
    </message>
    <message>
        <source>{server} could not prove that it is {host} ({detail}). Nothing was sent to it, not even the password.</source>
        <translation>{server} could not prove that it is {host} ({detail}). Nothing was sent to it, not even the password.</translation>
    </message>
    <message>
        <source>The mail servers of {address} could not be found. Fill them in by hand.</source>
        <translation>The mail servers of {address} could not be found. Fill them in by hand.</translation>
    </message>
    <message>
        <source>This computer has no safe place for Balie&apos;s key, such as a keychain or wallet. Choose a passphrase instead, or open existing messages with your recovery key.</source>
        <translation>This computer has no safe place for Balie&apos;s key, such as a keychain or wallet. Choose a passphrase instead, or open existing messages with your recovery key.</translation>
    </message>
    <message>
        <source>The place where this computer keeps passwords is locked, so Balie cannot get its key. Unlock it and try again, or use your recovery key.</source>
        <translation>The place where this computer keeps passwords is locked, so Balie cannot get its key. Unlock it and try again, or use your recovery key.</translation>
    </message>
    <message>
        <source>This computer did not let Balie use the place where it keeps passwords. Try again and allow it, or use your recovery key.</source>
        <translation>This computer did not let Balie use the place where it keeps passwords. Try again and allow it, or use your recovery key.</translation>
    </message>
    <message>
        <source>The place where this computer keeps passwords gave no answer within {seconds} seconds. Look for a window that asks for your password, then try again.</source>
        <translation>The place where this computer keeps passwords gave no answer within {seconds} seconds. Look for a window that asks for your password, then try again.</translation>
    </message>
    <message>
        <source>Balie&apos;s key is no longer among the passwords of this computer ({backend}). Your messages are untouched: open them with your recovery key.</source>
        <translation>Balie&apos;s key is no longer among the passwords of this computer ({backend}). Your messages are untouched: open them with your recovery key.</translation>
    </message>
    <message>
        <source>Balie&apos;s key was put in {used}, but this computer now uses {found}. Your messages are untouched: switch back to {used}, or open them with your recovery key.</source>
        <translation>Balie&apos;s key was put in {used}, but this computer now uses {found}. Your messages are untouched: switch back to {used}, or open them with your recovery key.</translation>
    </message>
    <message>
        <source>The place where this computer keeps passwords reports a fault ({reason}). Start the computer again, or use your recovery key.</source>
        <translation>The place where this computer keeps passwords reports a fault ({reason}). Start the computer again, or use your recovery key.</translation>
    </message>
    <message>
        <source>Another program is using Balie&apos;s messages, so this could not be saved. Nothing is lost: close the other program or try again in a moment.</source>
        <translation>Another program is using Balie&apos;s messages, so this could not be saved. Nothing is lost: close the other program or try again in a moment.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing new can be saved. Everything saved before is safe: free some space on the disk and try again.</source>
        <translation>The disk is full, so nothing new can be saved. Everything saved before is safe: free some space on the disk and try again.</translation>
    </message>
    <message>
        <source>The disk could not be read or written, so this was not saved. Check that there is space left and that the disk is healthy, and copy your backups to another disk.</source>
        <translation>The disk could not be read or written, so this was not saved. Check that there is space left and that the disk is healthy, and copy your backups to another disk.</translation>
    </message>
    <message>
        <source>Balie is not allowed to write in its own folder, so nothing can be saved. Give your user account permission to write there and try again.</source>
        <translation>Balie is not allowed to write in its own folder, so nothing can be saved. Give your user account permission to write there and try again.</translation>
    </message>
    <message>
        <source>The file with your messages is damaged or does not belong to this profile. Nothing was changed: put back a backup, and keep the damaged file.</source>
        <translation>The file with your messages is damaged or does not belong to this profile. Nothing was changed: put back a backup, and keep the damaged file.</translation>
    </message>
    <message>
        <source>The key that this computer keeps for Balie belongs to other messages. Your messages are untouched: open them with your recovery key.</source>
        <translation>The key that this computer keeps for Balie belongs to other messages. Your messages are untouched: open them with your recovery key.</translation>
    </message>
    <message>
        <source>The file with your messages, {file}, is gone. Balie does not start an empty one in its place: put the file back where it was, or put back a backup.</source>
        <translation>The file with your messages, {file}, is gone. Balie does not start an empty one in its place: put the file back where it was, or put back a backup.</translation>
    </message>
    <message>
        <source>The file with your messages, {file}, is empty, which usually means that the disk was full or a copy failed. Put back a backup.</source>
        <translation>The file with your messages, {file}, is empty, which usually means that the disk was full or a copy failed. Put back a backup.</translation>
    </message>
    <message>
        <source>There are messages in {file} already, and Balie never writes over them. Choose another folder.</source>
        <translation>There are messages in {file} already, and Balie never writes over them. Choose another folder.</translation>
    </message>
    <message>
        <source>These messages were last used with a newer Balie (version {found} of the file, this program knows {known}). Nothing was opened: install the newer Balie.</source>
        <translation>These messages were last used with a newer Balie (version {found} of the file, this program knows {known}). Nothing was opened: install the newer Balie.</translation>
    </message>
    <message>
        <source>There is nothing of Balie in {folder} yet. Choose another folder, or begin here.</source>
        <translation>There is nothing of Balie in {folder} yet. Choose another folder, or begin here.</translation>
    </message>
    <message>
        <source>There is a Balie in {folder} already, and Balie never writes over it. Open that one, or choose another folder.</source>
        <translation>There is a Balie in {folder} already, and Balie never writes over it. Open that one, or choose another folder.</translation>
    </message>
    <message>
        <source>There are messages in {folder}, but the file profile.json that tells how to open them is gone. Put it back; a copy stands in the folder with your backups.</source>
        <translation>There are messages in {folder}, but the file profile.json that tells how to open them is gone. Put it back; a copy stands in the folder with your backups.</translation>
    </message>
    <message>
        <source>The file {file} is damaged, so your messages cannot be opened. They are still there: put back the copy of that file from the folder with your backups.</source>
        <translation>The file {file} is damaged, so your messages cannot be opened. They are still there: put back the copy of that file from the folder with your backups.</translation>
    </message>
    <message>
        <source>This profile was made by a newer Balie (version {found} of the file, this program knows {known}). Nothing was opened: install the newer Balie.</source>
        <translation>This profile was made by a newer Balie (version {found} of the file, this program knows {known}). Nothing was opened: install the newer Balie.</translation>
    </message>
    <message>
        <source>Balie is not allowed to read {file}, so your messages cannot be opened. Give your user account permission to read that folder.</source>
        <translation>Balie is not allowed to read {file}, so your messages cannot be opened. Give your user account permission to read that folder.</translation>
    </message>
    <message>
        <source>Balie is not allowed to write in {folder}, so your messages cannot be opened there. Give your user account permission to write, or move the folder to your own disk.</source>
        <translation>Balie is not allowed to write in {folder}, so your messages cannot be opened there. Give your user account permission to write, or move the folder to your own disk.</translation>
    </message>
    <message>
        <source>The last change in {folder} was interrupted before it was done. Close every Balie and start it again: it will finish by itself.</source>
        <translation>The last change in {folder} was interrupted before it was done. Close every Balie and start it again: it will finish by itself.</translation>
    </message>
    <message>
        <source>Balie is already using these messages ({program}, process {pid}). Go to that window, or close it first.</source>
        <translation>Balie is already using these messages ({program}, process {pid}). Go to that window, or close it first.</translation>
    </message>
    <message>
        <source>The backup could not be trusted and was thrown away ({problem}). Your earlier backups are untouched: try again, and check the disk if it happens twice.</source>
        <translation>The backup could not be trusted and was thrown away ({problem}). Your earlier backups are untouched: try again, and check the disk if it happens twice.</translation>
    </message>
    <message>
        <source>The backup {file} is damaged or does not belong to this profile. Nothing was changed: choose another one.</source>
        <translation>The backup {file} is damaged or does not belong to this profile. Nothing was changed: choose another one.</translation>
    </message>
    <message>
        <source>The backup {file} is not there any more. Nothing was changed: choose another one.</source>
        <translation>The backup {file} is not there any more. Nothing was changed: choose another one.</translation>
    </message>
    <message>
        <source>Type your passphrase to open your messages.</source>
        <translation>Type your passphrase to open your messages.</translation>
    </message>
    <message>
        <source>That is not the passphrase of these messages. Try again with Caps Lock off, or use your recovery key.</source>
        <translation>That is not the passphrase of these messages. Try again with Caps Lock off, or use your recovery key.</translation>
    </message>
    <message>
        <source>A passphrase needs at least {minimum} characters. A few words in a row are easy to remember and hard to guess.</source>
        <translation>A passphrase needs at least {minimum} characters. A few words in a row are easy to remember and hard to guess.</translation>
    </message>
    <message>
        <source>That recovery key has a typing mistake in it. It is {groups} groups of five letters and digits after BALIE; compare it with your paper.</source>
        <translation>That recovery key has a typing mistake in it. It is {groups} groups of five letters and digits after BALIE; compare it with your paper.</translation>
    </message>
    <message>
        <source>That recovery key is of other messages, or was replaced by a newer one. Look for the newest paper.</source>
        <translation>That recovery key is of other messages, or was replaced by a newer one. Look for the newest paper.</translation>
    </message>
    <message>
        <source>The folder {folder} is copied to other computers by {service}, which can damage the messages while Balie writes them. Better choose a folder on this computer only.</source>
        <translation>The folder {folder} is copied to other computers by {service}, which can damage the messages while Balie writes them. Better choose a folder on this computer only.</translation>
    </message>
    <message>
        <source>The folder {folder} is on another computer ({kind}), where messages can get damaged when the connection drops. Better choose a folder on this computer.</source>
        <translation>The folder {folder} is on another computer ({kind}), where messages can get damaged when the connection drops. Better choose a folder on this computer.</translation>
    </message>
    <message>
        <source>{account} does not work like this yet, so it was not saved: {problems}</source>
        <translation>{account} does not work like this yet, so it was not saved: {problems}</translation>
    </message>
    <message>
        <source>There are no messages in {path}.</source>
        <translation>There are no messages in {path}.</translation>
    </message>
    <message>
        <source>This message is already on its way ({state}).</source>
        <translation>This message is already on its way ({state}).</translation>
    </message>
    <message>
        <source>This computer is too busy to read new messages. They are kept and read later.</source>
        <translation>This computer is too busy to read new messages. They are kept and read later.</translation>
    </message>
    <message>
        <source>The customer has written again. Read the new message before you send.</source>
        <translation>The customer has written again. Read the new message before you send.</translation>
    </message>
    <message>
        <source>There is no address to answer to.</source>
        <translation>There is no address to answer to.</translation>
    </message>
    <message>
        <source>Balie cannot answer here: this message is not of an account that is connected. Connect that account first.</source>
        <translation>Balie cannot answer here: this message is not of an account that is connected. Connect that account first.</translation>
    </message>
    <message>
        <source>This was said by phone or in the shop, so nothing can be sent from here. Ring back, and write down as an internal note what was said.</source>
        <translation>This was said by phone or in the shop, so nothing can be sent from here. Ring back, and write down as an internal note what was said.</translation>
    </message>
    <message>
        <source>The files are {size} MB together; most mail servers refuse more than {limit} MB.</source>
        <translation>The files are {size} MB together; most mail servers refuse more than {limit} MB.</translation>
    </message>
    <message>
        <source>This answer would now go to {recipient}. Look at the conversation again.</source>
        <translation>This answer would now go to {recipient}. Look at the conversation again.</translation>
    </message>
    <message>
        <source>The file {name} could not be read or saved ({reason}).</source>
        <translation>The file {name} could not be read or saved ({reason}).</translation>
    </message>
    <message>
        <source>The file {name} cannot be read. Choose another one.</source>
        <translation>The file {name} cannot be read. Choose another one.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <source>This can no longer be undone: it has been changed since.</source>
        <translation>This can no longer be undone: it has been changed since.</translation>
    </message>
    <message>
        <source>Choose a moment that is still to come.</source>
        <translation>Choose a moment that is still to come.</translation>
    </message>
    <message>
        <source>A label is one to {most} characters without a colon.</source>
        <translation>A label is one to {most} characters without a colon.</translation>
    </message>
    <message>
        <source>Choose two messages or more to put together.</source>
        <translation>Choose two messages or more to put together.</translation>
    </message>
    <message>
        <source>These messages came in on different channels. Link them instead: each keeps its own answer.</source>
        <translation>These messages came in on different channels. Link them instead: each keeps its own answer.</translation>
    </message>
    <message>
        <source>Choose a message of the customer that is not the first one here.</source>
        <translation>Choose a message of the customer that is not the first one here.</translation>
    </message>
    <message>
        <source>Give the view a name of at most {most} characters.</source>
        <translation>Give the view a name of at most {most} characters.</translation>
    </message>
    <message>
        <source>This key is taken: {act}. Give that another key first.</source>
        <translation>This key is taken: {act}. Give that another key first.</translation>
    </message>
    <message>
        <source>You are open now: send the answer at once.</source>
        <translation>You are open now: send the answer at once.</translation>
    </message>
    <message>
        <source>There is no open promise here.</source>
        <translation>There is no open promise here.</translation>
    </message>
    <message>
        <source>Nobody waits for a first reaction here: it was given, or it is not our turn.</source>
        <translation>Nobody waits for a first reaction here: it was given, or it is not our turn.</translation>
    </message>
    <message>
        <source>Fill in first: {places}.</source>
        <translation>Fill in first: {places}.</translation>
    </message>
    <message>
        <source>This is {length} characters long; here at most {limit} can be sent.</source>
        <translation>This is {length} characters long; here at most {limit} can be sent.</translation>
    </message>
    <message>
        <source>This is {length} bytes long; here at most {limit} can be sent. Letters with accents and emoji are several bytes each.</source>
        <translation>This is {length} bytes long; here at most {limit} can be sent. Letters with accents and emoji are several bytes each.</translation>
    </message>
    <message>
        <source>Give the colleague a name.</source>
        <translation>Give the colleague a name.</translation>
    </message>
    <message>
        <source>“{address}” is not an e-mail address.</source>
        <translation>“{address}” is not an e-mail address.</translation>
    </message>
    <message>
        <source>A question goes out as an e-mail: connect an e-mail account first.</source>
        <translation>A question goes out as an e-mail: connect an e-mail account first.</translation>
    </message>
    <message>
        <source>{address} is the customer of this message: answer there instead of asking.</source>
        <translation>{address} is the customer of this message: answer there instead of asking.</translation>
    </message>
    <message>
        <source>{name} has no e-mail address yet. Fill it in, or call and note what was said.</source>
        <translation>{name} has no e-mail address yet. Fill it in, or call and note what was said.</translation>
    </message>
    <message>
        <source>{address} is read here as an account of your own. Give another address.</source>
        <translation>{address} is read here as an account of your own. Give another address.</translation>
    </message>
    <message>
        <source>This question is no longer open.</source>
        <translation>This question is no longer open.</translation>
    </message>
    <message>
        <source>{name} could not be saved there. Choose another place.</source>
        <translation>{name} could not be saved there. Choose another place.</translation>
    </message>
    <message>
        <source>“{value}” is no amount of time. Write 5 min, 4 h or 2 d.</source>
        <translation>“{value}” is no amount of time. Write 5 min, 4 h or 2 d.</translation>
    </message>
    <message>
        <source>“{value}” is not clear. Write hours like 9:00-12:30, 13:00-17:30.</source>
        <translation>“{value}” is not clear. Write hours like 9:00-12:30, 13:00-17:30.</translation>
    </message>
    <message>
        <source>{block}: a day goes from 0:00 to 24:00.</source>
        <translation>{block}: a day goes from 0:00 to 24:00.</translation>
    </message>
    <message>
        <source>{block} ends before it begins. Write what is after midnight on the next day.</source>
        <translation>{block} ends before it begins. Write what is after midnight on the next day.</translation>
    </message>
    <message>
        <source>{first} and {second} overlap.</source>
        <translation>{first} and {second} overlap.</translation>
    </message>
    <message>
        <source>There are {most} plans already. Take one of them out first.</source>
        <translation>There are {most} plans already. Take one of them out first.</translation>
    </message>
    <message>
        <source>A plan has a name of its own, of at most {most} characters.</source>
        <translation>A plan has a name of its own, of at most {most} characters.</translation>
    </message>
    <message>
        <source>The {what} takes between 1 minute and {days} days.</source>
        <translation>The {what} takes between 1 minute and {days} days.</translation>
    </message>
    <message>
        <source>“{name}” is for everybody already. Choose channels, priorities or customers for this one.</source>
        <translation>“{name}” is for everybody already. Choose channels, priorities or customers for this one.</translation>
    </message>
    <message>
        <source>One plan has to be for everybody, without channels, priorities and customers of its own.</source>
        <translation>One plan has to be for everybody, without channels, priorities and customers of its own.</translation>
    </message>
    <message>
        <source>Give it a name of at most {most} characters that is not in the list yet.</source>
        <translation>Give it a name of at most {most} characters that is not in the list yet.</translation>
    </message>
    <message>
        <source>“{name}” is used by {count} messages, rules, macros or colleagues. Choose another.</source>
        <translation>“{name}” is used by {count} messages, rules, macros or colleagues. Choose another.</translation>
    </message>
    <message>
        <source>The last entry of a list stays: rename it instead.</source>
        <translation>The last entry of a list stays: rename it instead.</translation>
    </message>
    <message>
        <source>“{name}” stays, for what has no entry. Rename it instead.</source>
        <translation>“{name}” stays, for what has no entry. Rename it instead.</translation>
    </message>
    <message>
        <source>Say why nobody reacts. Choose one of: {choices}.</source>
        <translation>Say why nobody reacts. Choose one of: {choices}.</translation>
    </message>
    <message>
        <source>Give the rule a name of at most {most} characters that no other rule has.</source>
        <translation>Give the rule a name of at most {most} characters that no other rule has.</translation>
    </message>
    <message>
        <source>A rule says when it holds, and what follows.</source>
        <translation>A rule says when it holds, and what follows.</translation>
    </message>
    <message>
        <source>These rules set each other off: {names}. Do it all the same only if you mean it.</source>
        <translation>These rules set each other off: {names}. Do it all the same only if you mean it.</translation>
    </message>
    <message>
        <source>The rule “{name}” would change {count} messages at once. Confirm it first.</source>
        <translation>The rule “{name}” would change {count} messages at once. Confirm it first.</translation>
    </message>
    <message>
        <source>A talk that is noted is over: give a moment before now.</source>
        <translation>A talk that is noted is over: give a moment before now.</translation>
    </message>
    <message>
        <source>“{value}” is neither a telephone number nor an e-mail address.</source>
        <translation>“{value}” is neither a telephone number nor an e-mail address.</translation>
    </message>
    <message>
        <source>Say who it was: a name, a number or an address.</source>
        <translation>Say who it was: a name, a number or an address.</translation>
    </message>
    <message>
        <source>To ring back, a number or an address is needed.</source>
        <translation>To ring back, a number or an address is needed.</translation>
    </message>
    <message>
        <source>Something was written here since you looked. Read it before you send.</source>
        <translation>Something was written here since you looked. Read it before you send.</translation>
    </message>
    <message>
        <source>Fill in what stands in braces first: {places}.</source>
        <translation>Fill in what stands in braces first: {places}.</translation>
    </message>
    <message>
        <source>An answer to this is on its way already.</source>
        <translation>An answer to this is on its way already.</translation>
    </message>
    <message>
        <source>The time in which the platform takes answers is over.</source>
        <translation>The time in which the platform takes answers is over.</translation>
    </message>
    <message>
        <source>Nobody else can read this channel: just answer.</source>
        <translation>Nobody else can read this channel: just answer.</translation>
    </message>
    <message>
        <source>There is no private way to this customer: give an e-mail address, with an e-mail account connected, or note what you wrote elsewhere.</source>
        <translation>There is no private way to this customer: give an e-mail address, with an e-mail account connected, or note what you wrote elsewhere.</translation>
    </message>
    <message>
        <source>This line was written already, or it has to wait for the private message.</source>
        <translation>This line was written already, or it has to wait for the private message.</translation>
    </message>
    <message>
        <source>This incident is closed. Open it again first.</source>
        <translation>This incident is closed. Open it again first.</translation>
    </message>
    <message>
        <source>A macro has a text, or something that it does.</source>
        <translation>A macro has a text, or something that it does.</translation>
    </message>
    <message>
        <source>Give it a name of at most {most} characters that nothing else here has.</source>
        <translation>Give it a name of at most {most} characters that nothing else here has.</translation>
    </message>
    <message>
        <source>{name} is proposed by rules: {rules}. Give {name} a deputy, or let them propose another.</source>
        <translation>{name} is proposed by rules: {rules}. Give {name} a deputy, or let them propose another.</translation>
    </message>
    <message>
        <source>The reminder goes out after at least 1 minute, the deputy is asked later than that, after at most {most} hours of opening time.</source>
        <translation>The reminder goes out after at least 1 minute, the deputy is asked later than that, after at most {most} hours of opening time.</translation>
    </message>
    <message>
        <source>A Telegram bot can only answer: this customer has not written to it yet.</source>
        <translation>A Telegram bot can only answer: this customer has not written to it yet.</translation>
    </message>
    <message>
        <source>Another program (or a web hook) takes the messages of {account} at {server}, and only one can. End it there, or let Balie have a bot of its own.</source>
        <translation>Another program (or a web hook) takes the messages of {account} at {server}, and only one can. End it there, or let Balie have a bot of its own.</translation>
    </message>
    <message>
        <source>“{domain}” is not a domain of a platform&apos;s own, such as werkspot.nl: everybody&apos;s mail would be taken for it.</source>
        <translation>“{domain}” is not a domain of a platform&apos;s own, such as werkspot.nl: everybody&apos;s mail would be taken for it.</translation>
    </message>
    <message>
        <source>There is a platform “{name}” already.</source>
        <translation>There is a platform “{name}” already.</translation>
    </message>
    <message>
        <source>There are {most} platforms already. Take one out first.</source>
        <translation>There are {most} platforms already. Take one out first.</translation>
    </message>
    <message>
        <source>Nothing can be written to {folder}: {detail}.</source>
        <translation>Nothing can be written to {folder}: {detail}.</translation>
    </message>
    <message>
        <source>The access token is not that of the Page {page}, but of “{name}”. Make one for the Page itself and paste that.</source>
        <translation>The access token is not that of the Page {page}, but of “{name}”. Make one for the Page itself and paste that.</translation>
    </message>
    <message>
        <source>The relay at {server} does not accept the reading secret of {account}. Enter the one that stands at the top of the relay (READ_SECRET). What comes in meanwhile waits there.</source>
        <translation>The relay at {server} does not accept the reading secret of {account}. Enter the one that stands at the top of the relay (READ_SECRET). What comes in meanwhile waits there.</translation>
    </message>
    <message>
        <source>The relay at {server} has another app secret than {account}. Fill in the same one at both places. Until then nothing is fetched; it waits at the relay.</source>
        <translation>The relay at {server} has another app secret than {account}. Fill in the same one at both places. Until then nothing is fetched; it waits at the relay.</translation>
    </message>
    <message>
        <source>{server} gives messages to an address on the web only, so Balie cannot read them by itself. Put the relay on your web hosting and fill in its address.</source>
        <translation>{server} gives messages to an address on the web only, so Balie cannot read them by itself. Put the relay on your web hosting and fill in its address.</translation>
    </message>
    <message>
        <source>There is no relay at that address of {server}, or it is not filled in yet.</source>
        <translation>There is no relay at that address of {server}, or it is not filled in yet.</translation>
    </message>
    <message>
        <source>Reading X has cost {spent} dollars this month, and your limit is {cap}. Nothing is read from there until the month is over, or until you set a higher limit.</source>
        <translation>Reading X has cost {spent} dollars this month, and your limit is {cap}. Nothing is read from there until the month is over, or until you set a higher limit.</translation>
    </message>
    <message>
        <source>Step {step} cannot lead there. A choice leads on by its answers, an end nowhere, another step to one step.</source>
        <translation>Step {step} cannot lead there. A choice leads on by its answers, an end nowhere, another step to one step.</translation>
    </message>
    <message>
        <source>Line {line}: “{value}” has no place here.</source>
        <translation>Line {line}: “{value}” has no place here.</translation>
    </message>
    <message>
        <source>Line {line}: a page begins with its details, between two lines of ---.</source>
        <translation>Line {line}: a page begins with its details, between two lines of ---.</translation>
    </message>
    <message>
        <source>Line {line}: the details lack “{value}”.</source>
        <translation>Line {line}: the details lack “{value}”.</translation>
    </message>
    <message>
        <source>Line {line}: “{value}” is not a detail of this page.</source>
        <translation>Line {line}: “{value}” is not a detail of this page.</translation>
    </message>
    <message>
        <source>Line {line}: “{value}” is there already.</source>
        <translation>Line {line}: “{value}” is there already.</translation>
    </message>
    <message>
        <source>Line {line}: “{value}” cannot be the {field}.</source>
        <translation>Line {line}: “{value}” cannot be the {field}.</translation>
    </message>
    <message>
        <source>Line {line}: the section “{value}” is there already.</source>
        <translation>Line {line}: the section “{value}” is there already.</translation>
    </message>
    <message>
        <source>Line {line}: “{value}” is no term. Write - **word**: what it means.</source>
        <translation>Line {line}: “{value}” is no term. Write - **word**: what it means.</translation>
    </message>
    <message>
        <source>Line {line}: there is a step {value} already.</source>
        <translation>Line {line}: there is a step {value} already.</translation>
    </message>
    <message>
        <source>Line {line}: “{value}” leads to no step. Write an arrow and its number: -&gt; 7.</source>
        <translation>Line {line}: “{value}” leads to no step. Write an arrow and its number: -&gt; 7.</translation>
    </message>
    <message>
        <source>Line {line}: step {value} cannot lead there. A choice leads on by its answers, an end nowhere, another step to one step.</source>
        <translation>Line {line}: step {value} cannot lead there. A choice leads on by its answers, an end nowhere, another step to one step.</translation>
    </message>
    <message>
        <source>Line {line}: step {value} is no choice. Give a choice with answers its own step.</source>
        <translation>Line {line}: step {value} is no choice. Give a choice with answers its own step.</translation>
    </message>
    <message>
        <source>The file {name} cannot be read as text in UTF-8.</source>
        <translation>The file {name} cannot be read as text in UTF-8.</translation>
    </message>
    <message>
        <source>Give the page a title with letters or digits.</source>
        <translation>Give the page a title with letters or digits.</translation>
    </message>
    <message>
        <source>{other} is the page {key} in this language already.</source>
        <translation>{other} is the page {key} in this language already.</translation>
    </message>
    <message>
        <source>{title} has no step {step}.</source>
        <translation>{title} has no step {step}.</translation>
    </message>
    <message>
        <source>Say which word is explained.</source>
        <translation>Say which word is explained.</translation>
    </message>
    <message>
        <source>That cannot be done here. The walk stands at another step, or has ended.</source>
        <translation>That cannot be done here. The walk stands at another step, or has ended.</translation>
    </message>
    <message>
        <source>“{title}” has no steps to walk. Write them in the handbook first.</source>
        <translation>“{title}” has no steps to walk. Write them in the handbook first.</translation>
    </message>
    <message>
        <source>“{title}” is being walked here already.</source>
        <translation>“{title}” is being walked here already.</translation>
    </message>
    <message>
        <source>Say in a few words why you stop here.</source>
        <translation>Say in a few words why you stop here.</translation>
    </message>
    <message>
        <source>The step that is to be done now is another one.</source>
        <translation>The step that is to be done now is another one.</translation>
    </message>
    <message>
        <source>Suggestions are not available on this computer.</source>
        <translation>Suggestions are not available on this computer.</translation>
    </message>
    <message>
        <source>“{address}” is not an address of this computer. Drafts are made here only: use http://127.0.0.1, http://[::1] or http://localhost, with the port of the server.</source>
        <translation>“{address}” is not an address of this computer. Drafts are made here only: use http://127.0.0.1, http://[::1] or http://localhost, with the port of the server.</translation>
    </message>
    <message>
        <source>Drafts are off. Say in the settings of suggestions which model on this computer makes them.</source>
        <translation>Drafts are off. Say in the settings of suggestions which model on this computer makes them.</translation>
    </message>
    <message>
        <source>There is nothing to answer: the customer wrote no words.</source>
        <translation>There is nothing to answer: the customer wrote no words.</translation>
    </message>
    <message>
        <source>No server answers at {address}. Start it, or change the address.</source>
        <translation>No server answers at {address}. Start it, or change the address.</translation>
    </message>
    <message>
        <source>The server at {address} does not know the model “{model}”.</source>
        <translation>The server at {address} does not know the model “{model}”.</translation>
    </message>
    <message>
        <source>There was no draft within {seconds} seconds. Try a smaller model.</source>
        <translation>There was no draft within {seconds} seconds. Try a smaller model.</translation>
    </message>
    <message>
        <source>The server at {address} refused to draft (HTTP {status}).</source>
        <translation>The server at {address} refused to draft (HTTP {status}).</translation>
    </message>
    <message>
        <source>The server at {address} answered with nothing of use.</source>
        <translation>The server at {address} answered with nothing of use.</translation>
    </message>
    <message>
        <source>No draft was made: it was stopped.</source>
        <translation>No draft was made: it was stopped.</translation>
    </message>
    <message>
        <source>Say first which model drafts answers.</source>
        <translation>Say first which model drafts answers.</translation>
    </message>
    <message>
        <source>The handbook has no procedure with the key “{key}” whose steps could be walked. Get it from the starter handbook, or write it.</source>
        <translation>The handbook has no procedure with the key “{key}” whose steps could be walked. Get it from the starter handbook, or write it.</translation>
    </message>
    <message>
        <source>That moment is still to come. Leave it open until it has been posted.</source>
        <translation>That moment is still to come. Leave it open until it has been posted.</translation>
    </message>
    <message>
        <source>“{words}” is not a day. Write it as 31-12-2027.</source>
        <translation>“{words}” is not a day. Write it as 31-12-2027.</translation>
    </message>
    <message>
        <source>“{words}” is no moment of before now. Write it as now, 14:30, yesterday 16:00 or 31-12-2026 16:00, or leave it open until it has been posted.</source>
        <translation>“{words}” is no moment of before now. Write it as now, 14:30, yesterday 16:00 or 31-12-2026 16:00, or leave it open until it has been posted.</translation>
    </message>
    <message>
        <source>The last day is before the first one.</source>
        <translation>The last day is before the first one.</translation>
    </message>
    <message>
        <source>Say in a few words what it is about, in at most {most} characters.</source>
        <translation>Say in a few words what it is about, in at most {most} characters.</translation>
    </message>
    <message>
        <source>“{name}” is no colleague, no department and no e-mail address. Write one of these on each line.</source>
        <translation>“{name}” is no colleague, no department and no e-mail address. Write one of these on each line.</translation>
    </message>
    <message>
        <source>Nobody is on “{name}” now. Put somebody on it first.</source>
        <translation>Nobody is on “{name}” now. Put somebody on it first.</translation>
    </message>
    <message>
        <source>“{subject}” no longer holds, so it was not put in.</source>
        <translation>“{subject}” no longer holds, so it was not put in.</translation>
    </message>
    <message>
        <source>This briefing was published and stays as it is. Tell the rest in the next one.</source>
        <translation>This briefing was published and stays as it is. Tell the rest in the next one.</translation>
    </message>
    <message>
        <source>This briefing is still a draft. Publish it first.</source>
        <translation>This briefing is still a draft. Publish it first.</translation>
    </message>
    <message>
        <source>Give the briefing a title and something to tell.</source>
        <translation>Give the briefing a title and something to tell.</translation>
    </message>
    <message>
        <source>There are no colleagues to read it yet. Add them to the directory first.</source>
        <translation>There are no colleagues to read it yet. Add them to the directory first.</translation>
    </message>
    <message>
        <source>Write down what was decided.</source>
        <translation>Write down what was decided.</translation>
    </message>
    <message>
        <source>{day} is still to come. Give the day of the decision.</source>
        <translation>{day} is still to come. Give the day of the decision.</translation>
    </message>
    <message>
        <source>Decision {number} was corrected by decision {other}. Correct that one.</source>
        <translation>Decision {number} was corrected by decision {other}. Correct that one.</translation>
    </message>
    <message>
        <source>{name} has a list already.</source>
        <translation>{name} has a list already.</translation>
    </message>
    <message>
        <source>A draft is being made for another message. Stop it there.</source>
        <translation>A draft is being made for another message. Stop it there.</translation>
    </message>
    <message>
        <source>{name} is no PNG, JPEG, WebP or GIF that can be read.</source>
        <translation>{name} is no PNG, JPEG, WebP or GIF that can be read.</translation>
    </message>
    <message>
        <source>{name} is too large: a picture may have 5 MB and 40 million dots. Make it less.</source>
        <translation>{name} is too large: a picture may have 5 MB and 40 million dots. Make it less.</translation>
    </message>
    <message>
        <source>Practising is done in the example firm: no customer of yours notices it.</source>
        <translation>Practising is done in the example firm: no customer of yours notices it.</translation>
    </message>
</context>
<context>
    <name>probe</name>
    <message>
        <source>Reading mail at {server} works.</source>
        <translation>Reading mail at {server} works.</translation>
    </message>
    <message>
        <source>The inbox holds {count} messages.</source>
        <translation>The inbox holds {count} messages.</translation>
    </message>
    <message>
        <source>What you send is found in the folder “{folder}”.</source>
        <translation>What you send is found in the folder “{folder}”.</translation>
    </message>
    <message>
        <source>There is no folder for sent mail; Balie makes one with your first answer.</source>
        <translation>There is no folder for sent mail; Balie makes one with your first answer.</translation>
    </message>
    <message>
        <source>The server tells at once when mail arrives.</source>
        <translation>The server tells at once when mail arrives.</translation>
    </message>
    <message>
        <source>The server does not tell when mail arrives; Balie asks every 15 seconds.</source>
        <translation>The server does not tell when mail arrives; Balie asks every 15 seconds.</translation>
    </message>
    <message>
        <source>The server says what changed (CONDSTORE).</source>
        <translation>The server says what changed (CONDSTORE).</translation>
    </message>
    <message>
        <source>The server does not say what changed (no CONDSTORE); Balie compares by itself.</source>
        <translation>The server does not say what changed (no CONDSTORE); Balie compares by itself.</translation>
    </message>
    <message>
        <source>Sending mail over {server} works.</source>
        <translation>Sending mail over {server} works.</translation>
    </message>
    <message>
        <source>The largest message it takes is {megabytes} MB.</source>
        <translation>The largest message it takes is {megabytes} MB.</translation>
    </message>
    <message>
        <source>The feed “{title}” can be read: {count} mentions.</source>
        <translation>The feed “{title}” can be read: {count} mentions.</translation>
    </message>
    <message>
        <source>{count} of them fit your words.</source>
        <translation>{count} of them fit your words.</translation>
    </message>
    <message>
        <source>The feed has moved to {server} and is read there.</source>
        <translation>The feed has moved to {server} and is read there.</translation>
    </message>
    <message>
        <source>A mention is answered on its own page: Balie opens it in the browser.</source>
        <translation>A mention is answered on its own page: Balie opens it in the browser.</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message>
        <source>E-mail address</source>
        <translation>E-mail address</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>Only for a domain of your own at one of these.</source>
        <translation>Only for a domain of your own at one of these.</translation>
    </message>
    <message>
        <source>Incoming server (IMAP)</source>
        <translation>Incoming server (IMAP)</translation>
    </message>
    <message>
        <source>Outgoing server (SMTP)</source>
        <translation>Outgoing server (SMTP)</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Usually the whole address.</source>
        <translation>Usually the whole address.</translation>
    </message>
    <message>
        <source>Secure connection</source>
        <translation>Secure connection</translation>
    </message>
    <message>
        <source>Certificate to trust as well</source>
        <translation>Certificate to trust as well</translation>
    </message>
    <message>
        <source>PEM file, only for a server with its own certificate.</source>
        <translation>PEM file, only for a server with its own certificate.</translation>
    </message>
    <message>
        <source>Further folders to read</source>
        <translation>Further folders to read</translation>
    </message>
    <message>
        <source>Names with ; between them. INBOX and Sent are always read.</source>
        <translation>Names with ; between them. INBOX and Sent are always read.</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Signing in</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>Sign in with</translation>
    </message>
    <message>
        <source>Client id of your own app</source>
        <translation>Client id of your own app</translation>
    </message>
    <message>
        <source>Its client secret</source>
        <translation>Its client secret</translation>
    </message>
    <message>
        <source>Address to sign in at</source>
        <translation>Address to sign in at</translation>
    </message>
    <message>
        <source>Address that gives tokens</source>
        <translation>Address that gives tokens</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>TLS from the start</source>
        <translation>TLS from the start</translation>
    </message>
    <message>
        <source>None (only on this computer)</source>
        <translation>None (only on this computer)</translation>
    </message>
    <message>
        <source>With a password</source>
        <translation>With a password</translation>
    </message>
    <message>
        <source>In the browser (OAuth)</source>
        <translation>In the browser (OAuth)</translation>
    </message>
    <message>
        <source>Your name, as customers see it</source>
        <translation>Your name, as customers see it</translation>
    </message>
    <message>
        <source>Signed in at {server} as @{name}</source>
        <translation>Signed in at {server} as @{name}</translation>
    </message>
    <message>
        <source>The access token belongs to @{name}, not to the account that you filled in.</source>
        <translation>The access token belongs to @{name}, not to the account that you filled in.</translation>
    </message>
    <message>
        <source>Mentions and direct messages can be read</source>
        <translation>Mentions and direct messages can be read</translation>
    </message>
    <message>
        <source>Answers cannot be sent: tick the right write at your application, save, and paste the new access token.</source>
        <translation>Answers cannot be sent: tick the right write at your application, save, and paste the new access token.</translation>
    </message>
    <message>
        <source>Your name on Mastodon</source>
        <translation>Your name on Mastodon</translation>
    </message>
    <message>
        <source>With the server, for example @shop@mastodon.nl.</source>
        <translation>With the server, for example @shop@mastodon.nl.</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Access token</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Address of the server</translation>
    </message>
    <message>
        <source>Only when it differs from what stands behind the second @ of your name.</source>
        <translation>Only when it differs from what stands behind the second @ of your name.</translation>
    </message>
    <message>
        <source>Sign in to your Mastodon server in the browser and open Preferences, Development, New application.</source>
        <translation>Sign in to your Mastodon server in the browser and open Preferences, Development, New application.</translation>
    </message>
    <message>
        <source>Name it Balie and tick the rights read and write; leave the rest as it is. Save it.</source>
        <translation>Name it Balie and tick the rights read and write; leave the rest as it is. Save it.</translation>
    </message>
    <message>
        <source>Open the application and copy “Your access token”. It costs nothing and does not expire.</source>
        <translation>Open the application and copy “Your access token”. It costs nothing and does not expire.</translation>
    </message>
    <message>
        <source>Balie sees what mentions you and what is sent to you directly. Posts that name your firm without a mention stay unseen.</source>
        <translation>Balie sees what mentions you and what is sent to you directly. Posts that name your firm without a mention stay unseen.</translation>
    </message>
    <message>
        <source>This token belongs to another bot: @{bot}</source>
        <translation>This token belongs to another bot: @{bot}</translation>
    </message>
    <message>
        <source>Signed in as @{bot}; reading and answering work</source>
        <translation>Signed in as @{bot}; reading and answering work</translation>
    </message>
    <message>
        <source>Telegram keeps messages for 24 hours: let Balie run at least once a day, or some are lost</source>
        <translation>Telegram keeps messages for 24 hours: let Balie run at least once a day, or some are lost</translation>
    </message>
    <message>
        <source>A bot cannot write first: only customers who wrote to @{bot} can be answered</source>
        <translation>A bot cannot write first: only customers who wrote to @{bot} can be answered</translation>
    </message>
    <message>
        <source>Groups are not read, only chats with the bot itself</source>
        <translation>Groups are not read, only chats with the bot itself</translation>
    </message>
    <message>
        <source>Name of the bot</source>
        <translation>Name of the bot</translation>
    </message>
    <message>
        <source>The one that ends in “bot”: @myshop_bot</source>
        <translation>The one that ends in “bot”: @myshop_bot</translation>
    </message>
    <message>
        <source>Token from @BotFather</source>
        <translation>Token from @BotFather</translation>
    </message>
    <message>
        <source>Server of the Bot API</source>
        <translation>Server of the Bot API</translation>
    </message>
    <message>
        <source>Only for a server of your own.</source>
        <translation>Only for a server of your own.</translation>
    </message>
    <message>
        <source>In Telegram, open a chat with @BotFather and send /newbot.</source>
        <translation>In Telegram, open a chat with @BotFather and send /newbot.</translation>
    </message>
    <message>
        <source>Give it the name of your shop, then a user name that ends in “bot”. It costs nothing.</source>
        <translation>Give it the name of your shop, then a user name that ends in “bot”. It costs nothing.</translation>
    </message>
    <message>
        <source>@BotFather answers with a token: a number, a colon, letters. Copy it.</source>
        <translation>@BotFather answers with a token: a number, a colon, letters. Copy it.</translation>
    </message>
    <message>
        <source>Put a link to your bot on your site: t.me/ with its user name behind it. The customer writes first; a bot cannot.</source>
        <translation>Put a link to your bot on your site: t.me/ with its user name behind it. The customer writes first; a bot cannot.</translation>
    </message>
    <message>
        <source>Telegram keeps messages for 24 hours only: let Balie start with the computer.</source>
        <translation>Telegram keeps messages for 24 hours only: let Balie start with the computer.</translation>
    </message>
    <message>
        <source>Let no other program or web hook read this bot: only one can at a time.</source>
        <translation>Let no other program or web hook read this bot: only one can at a time.</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Handle</translation>
    </message>
    <message>
        <source>As in your profile: shop.bsky.social.</source>
        <translation>As in your profile: shop.bsky.social.</translation>
    </message>
    <message>
        <source>App password</source>
        <translation>App password</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Only for a server of your own; else leave empty.</source>
        <translation>Only for a server of your own; else leave empty.</translation>
    </message>
    <message>
        <source>Open bsky.app, sign in, and go to Settings, Privacy and security, App passwords. It costs nothing.</source>
        <translation>Open bsky.app, sign in, and go to Settings, Privacy and security, App passwords. It costs nothing.</translation>
    </message>
    <message>
        <source>Choose Add app password, call it Balie, tick “Allow access to your direct messages”, and copy the password that appears.</source>
        <translation>Choose Add app password, call it Balie, tick “Allow access to your direct messages”, and copy the password that appears.</translation>
    </message>
    <message>
        <source>Do not use the password of the account itself: an app password you can withdraw.</source>
        <translation>Do not use the password of the account itself: an app password you can withdraw.</translation>
    </message>
    <message>
        <source>Signed in as {handle}: mentions, replies and quotes come in, answers go out publicly.</source>
        <translation>Signed in as {handle}: mentions, replies and quotes come in, answers go out publicly.</translation>
    </message>
    <message>
        <source>Address of the feed</source>
        <translation>Address of the feed</translation>
    </message>
    <message>
        <source>Starts with https:// as a rule.</source>
        <translation>Starts with https:// as a rule.</translation>
    </message>
    <message>
        <source>Only with one of these words</source>
        <translation>Only with one of these words</translation>
    </message>
    <message>
        <source>With ; between them. A * at the end stands for any ending. Empty: all.</source>
        <translation>With ; between them. A * at the end stands for any ending. Empty: all.</translation>
    </message>
    <message>
        <source>Not with any of these words</source>
        <translation>Not with any of these words</translation>
    </message>
    <message>
        <source>For what has the same name and is not you.</source>
        <translation>For what has the same name and is not you.</translation>
    </message>
    <message>
        <source>Go to google.com/alerts, type the name of your firm between quotation marks, open “Show options” and choose “Deliver to: RSS feed”.</source>
        <translation>Go to google.com/alerts, type the name of your firm between quotation marks, open “Show options” and choose “Deliver to: RSS feed”.</translation>
    </message>
    <message>
        <source>Click “Create alert”, copy the address of the feed icon behind it, and fill it in here.</source>
        <translation>Click “Create alert”, copy the address of the feed icon behind it, and fill it in here.</translation>
    </message>
    <message>
        <source>Connect one feed each for your firm, your brands, your people and your products. Feeds of news pages and forums work the same way.</source>
        <translation>Connect one feed each for your firm, your brands, your people and your products. Feeds of news pages and forums work the same way.</translation>
    </message>
    <message>
        <source>It costs nothing. A feed holds only its newest entries, about 20 at Google: what comes and goes while the computer is off is missed.</source>
        <translation>It costs nothing. A feed holds only its newest entries, about 20 at Google: what comes and goes while the computer is off is missed.</translation>
    </message>
    <message>
        <source>Reviews of location {location} can be read</source>
        <translation>Reviews of location {location} can be read</translation>
    </message>
    <message>
        <source>Location number</source>
        <translation>Location number</translation>
    </message>
    <message>
        <source>Publication API token</source>
        <translation>Publication API token</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Server of the reviews</source>
        <translation>Server of the reviews</translation>
    </message>
    <message>
        <source>Ask Kiyoh or Klantenvertellen for your location number and API token.</source>
        <translation>Ask Kiyoh or Klantenvertellen for your location number and API token.</translation>
    </message>
    <message>
        <source>Address of Meta&apos;s server</source>
        <translation>Address of Meta&apos;s server</translation>
    </message>
    <message>
        <source>Only for tests and for a server in between.</source>
        <translation>Only for tests and for a server in between.</translation>
    </message>
    <message>
        <source>Version of the Graph API</source>
        <translation>Version of the Graph API</translation>
    </message>
    <message>
        <source>For example v26.0. Leave it empty unless Meta ends one.</source>
        <translation>For example v26.0. Leave it empty unless Meta ends one.</translation>
    </message>
    <message>
        <source>Signed in as @{name}; comments can be read and answered</source>
        <translation>Signed in as @{name}; comments can be read and answered</translation>
    </message>
    <message>
        <source>The token belongs to @{name}, not to the account that you filled in</source>
        <translation>The token belongs to @{name}, not to the account that you filled in</translation>
    </message>
    <message>
        <source>Direct messages can be read</source>
        <translation>Direct messages can be read</translation>
    </message>
    <message>
        <source>No direct messages are shown. If there are some: in the Instagram app, open Settings, Messages and story replies, Message controls, Connected tools, and allow access to messages</source>
        <translation>No direct messages are shown. If there are some: in the Instagram app, open Settings, Messages and story replies, Message controls, Connected tools, and allow access to messages</translation>
    </message>
    <message>
        <source>Mentions of @{name} under other people&apos;s posts do not come in: Instagram does not list them</source>
        <translation>Mentions of @{name} under other people&apos;s posts do not come in: Instagram does not list them</translation>
    </message>
    <message>
        <source>Balie renews the token every week; it ends when Balie does not run for 60 days</source>
        <translation>Balie renews the token every week; it ends when Balie does not run for 60 days</translation>
    </message>
    <message>
        <source>Your name on Instagram</source>
        <translation>Your name on Instagram</translation>
    </message>
    <message>
        <source>For example @myshop.</source>
        <translation>For example @myshop.</translation>
    </message>
    <message>
        <source>Token of Instagram</source>
        <translation>Token of Instagram</translation>
    </message>
    <message>
        <source>In the Instagram app, make your account a professional one (Business or Creator) and public. It costs nothing.</source>
        <translation>In the Instagram app, make your account a professional one (Business or Creator) and public. It costs nothing.</translation>
    </message>
    <message>
        <source>There, open Settings, Messages and story replies, Message controls, Connected tools, and allow access to messages.</source>
        <translation>There, open Settings, Messages and story replies, Message controls, Connected tools, and allow access to messages.</translation>
    </message>
    <message>
        <source>At developers.facebook.com, choose My Apps, Create app, and the type Business. Add the product Instagram and choose API setup with Instagram login.</source>
        <translation>At developers.facebook.com, choose My Apps, Create app, and the type Business. Add the product Instagram and choose API setup with Instagram login.</translation>
    </message>
    <message>
        <source>Add your account there, choose Generate token, allow reading and answering comments and messages, and copy the token. The app may stay in development mode.</source>
        <translation>Add your account there, choose Generate token, allow reading and answering comments and messages, and copy the token. The app may stay in development mode.</translation>
    </message>
    <message>
        <source>Balie sees the comments under your 100 newest posts and your direct messages. Of a conversation Instagram shows the 20 newest messages: let Balie run every day.</source>
        <translation>Balie sees the comments under your 100 newest posts and your direct messages. Of a conversation Instagram shows the 20 newest messages: let Balie run every day.</translation>
    </message>
    <message>
        <source>If you like: with the relay on your web hosting (balie-relay.php, with a README) direct messages come in sooner, none is missed when more than 20 came at once, and what the customer unsent is marked. Subscribe there to “messages”.</source>
        <translation>If you like: with the relay on your web hosting (balie-relay.php, with a README) direct messages come in sooner, none is missed when more than 20 came at once, and what the customer unsent is marked. Subscribe there to “messages”.</translation>
    </message>
    <message>
        <source>The messages of {number} can be read</source>
        <translation>The messages of {number} can be read</translation>
    </message>
    <message>
        <source>Text messages can be sent from {number}</source>
        <translation>Text messages can be sent from {number}</translation>
    </message>
    <message>
        <source>The number {number} is not in this Twilio account</source>
        <translation>The number {number} is not in this Twilio account</translation>
    </message>
    <message>
        <source>The number {number} cannot send text messages</source>
        <translation>The number {number} cannot send text messages</translation>
    </message>
    <message>
        <source>Files come in; they cannot be sent from here</source>
        <translation>Files come in; they cannot be sent from here</translation>
    </message>
    <message>
        <source>Answers go out within 24 hours after the customer&apos;s last message, not later</source>
        <translation>Answers go out within 24 hours after the customer&apos;s last message, not later</translation>
    </message>
    <message>
        <source>Make an account at twilio.com and top it up: a trial reaches only your own phones.</source>
        <translation>Make an account at twilio.com and top it up: a trial reaches only your own phones.</translation>
    </message>
    <message>
        <source>Open the Twilio Console and copy Account SID and Auth Token from its first page.</source>
        <translation>Open the Twilio Console and copy Account SID and Auth Token from its first page.</translation>
    </message>
    <message>
        <source>Your number at Twilio</source>
        <translation>Your number at Twilio</translation>
    </message>
    <message>
        <source>For example +31 97 0102 4567.</source>
        <translation>For example +31 97 0102 4567.</translation>
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
        <translation>Only when you use an API key: then its secret stands for the Auth Token.</translation>
    </message>
    <message>
        <source>Server of Twilio</source>
        <translation>Server of Twilio</translation>
    </message>
    <message>
        <source>Leave it empty: api.twilio.com.</source>
        <translation>Leave it empty: api.twilio.com.</translation>
    </message>
    <message>
        <source>Buy a number with SMS under Phone Numbers. It costs a sum per month, and every text message in or out is paid for too: see the prices at twilio.com.</source>
        <translation>Buy a number with SMS under Phone Numbers. It costs a sum per month, and every text message in or out is paid for too: see the prices at twilio.com.</translation>
    </message>
    <message>
        <source>Customers who answer STOP get no more text messages from your number: Twilio sees to that. Names as sender cannot get answers; use a number.</source>
        <translation>Customers who answer STOP get no more text messages from your number: Twilio sees to that. Names as sender cannot get answers; use a number.</translation>
    </message>
    <message>
        <source>Register your number under Messaging, Senders, WhatsApp senders. Meta checks your firm. The number then no longer works in the WhatsApp app on a phone.</source>
        <translation>Register your number under Messaging, Senders, WhatsApp senders. Meta checks your firm. The number then no longer works in the WhatsApp app on a phone.</translation>
    </message>
    <message>
        <source>Twilio charges every message in or out; see the prices at twilio.com. You cannot write first: that takes templates that Meta approves, and Balie does not send those.</source>
        <translation>Twilio charges every message in or out; see the prices at twilio.com. You cannot write first: that takes templates that Meta approves, and Balie does not send those.</translation>
    </message>
    <message>
        <source>Client id of your Google project</source>
        <translation>Client id of your Google project</translation>
    </message>
    <message>
        <source>It ends in .apps.googleusercontent.com.</source>
        <translation>It ends in .apps.googleusercontent.com.</translation>
    </message>
    <message>
        <source>Client secret of your Google project</source>
        <translation>Client secret of your Google project</translation>
    </message>
    <message>
        <source>Server of Google&apos;s API</source>
        <translation>Server of Google&apos;s API</translation>
    </message>
    <message>
        <source>Leave empty for Google itself.</source>
        <translation>Leave empty for Google itself.</translation>
    </message>
    <message>
        <source>Under APIs &amp; Services, OAuth consent screen: fill in the name of your shop, choose External, and add your own Google address as a test user.</source>
        <translation>Under APIs &amp; Services, OAuth consent screen: fill in the name of your shop, choose External, and add your own Google address as a test user.</translation>
    </message>
    <message>
        <source>Under Credentials, Create credentials, OAuth client ID: choose Desktop app. Copy the client id and the client secret.</source>
        <translation>Under Credentials, Create credentials, OAuth client ID: choose Desktop app. Copy the client id and the client secret.</translation>
    </message>
    <message>
        <source>While the consent screen says Testing, Google ends the sign-in after 7 days and you sign in again. Press Publish app there to keep it; Google then warns you once that it has not verified the app, which is your own.</source>
        <translation>While the consent screen says Testing, Google ends the sign-in after 7 days and you sign in again. Press Publish app there to keep it; Google then warns you once that it has not verified the app, which is your own.</translation>
    </message>
    <message>
        <source>Press Connect: your browser opens at Google. Choose the account, and tick every right that is asked for.</source>
        <translation>Press Connect: your browser opens at Google. Choose the account, and tick every right that is asked for.</translation>
    </message>
    <message>
        <source>Google ends this sign-in on {day}: press Publish app at the OAuth consent screen, or sign in again before that day.</source>
        <translation>Google ends this sign-in on {day}: press Publish app at the OAuth consent screen, or sign in again before that day.</translation>
    </message>
    <message>
        <source>While the OAuth consent screen of your project says Testing, Google ends the sign-in after 7 days and Balie asks you to sign in again.</source>
        <translation>While the OAuth consent screen of your project says Testing, Google ends the sign-in after 7 days and Balie asks you to sign in again.</translation>
    </message>
    <message>
        <source>Reviews of these locations come in: {names}</source>
        <translation>Reviews of these locations come in: {names}</translation>
    </message>
    <message>
        <source>The reviews of {name} cannot be read: have the location verified at Google first.</source>
        <translation>The reviews of {name} cannot be read: have the location verified at Google first.</translation>
    </message>
    <message>
        <source>Private answers are not possible: a review takes one answer, which everybody can read.</source>
        <translation>Private answers are not possible: a review takes one answer, which everybody can read.</translation>
    </message>
    <message>
        <source>Google address that manages the business</source>
        <translation>Google address that manages the business</translation>
    </message>
    <message>
        <source>Only this location</source>
        <translation>Only this location</translation>
    </message>
    <message>
        <source>Part of its name; leave empty for all of them.</source>
        <translation>Part of its name; leave empty for all of them.</translation>
    </message>
    <message>
        <source>Your business must have been verified at business.google.com, with your website in its profile.</source>
        <translation>Your business must have been verified at business.google.com, with your website in its profile.</translation>
    </message>
    <message>
        <source>Open console.cloud.google.com and make a project for your shop. Ask Google for access to the Business Profile APIs with the form “Application for Basic API Access”, and give the number of the project. Until Google approves it, nothing can be read; this takes days and can be refused. It costs nothing.</source>
        <translation>Open console.cloud.google.com and make a project for your shop. Ask Google for access to the Business Profile APIs with the form “Application for Basic API Access”, and give the number of the project. Until Google approves it, nothing can be read; this takes days and can be refused. It costs nothing.</translation>
    </message>
    <message>
        <source>Once it is approved, switch on under Library: Google My Business API, My Business Account Management API, My Business Business Information API.</source>
        <translation>Once it is approved, switch on under Library: Google My Business API, My Business Account Management API, My Business Business Information API.</translation>
    </message>
    <message>
        <source>Comments on the videos of {title} come in, also those held for review</source>
        <translation>Comments on the videos of {title} come in, also those held for review</translation>
    </message>
    <message>
        <source>Private messages are not possible: YouTube has none, so every answer is public.</source>
        <translation>Private messages are not possible: YouTube has none, so every answer is public.</translation>
    </message>
    <message>
        <source>Google gives your project {limit} units a day: reading takes about a thousand, each answer 50.</source>
        <translation>Google gives your project {limit} units a day: reading takes about a thousand, each answer 50.</translation>
    </message>
    <message>
        <source>Your YouTube channel</source>
        <translation>Your YouTube channel</translation>
    </message>
    <message>
        <source>Its handle (@myshop), its address, or its id (UC…).</source>
        <translation>Its handle (@myshop), its address, or its id (UC…).</translation>
    </message>
    <message>
        <source>Open console.cloud.google.com, make a project for your shop, and under Library switch on the YouTube Data API v3. It costs nothing.</source>
        <translation>Open console.cloud.google.com, make a project for your shop, and under Library switch on the YouTube Data API v3. It costs nothing.</translation>
    </message>
    <message>
        <source>Google gives a project 10,000 units a day, until midnight in California: reading takes about a thousand, each answer 50. Likely spam stays in YouTube Studio.</source>
        <translation>Google gives a project 10,000 units a day, until midnight in California: reading takes about a thousand, each answer 50. Likely spam stays in YouTube Studio.</translation>
    </message>
    <message>
        <source>Comments and visitors&apos; posts can be read</source>
        <translation>Comments and visitors&apos; posts can be read</translation>
    </message>
    <message>
        <source>Recommendations cannot be read: {reason}</source>
        <translation>Recommendations cannot be read: {reason}</translation>
    </message>
    <message>
        <source>Posts that name the Page cannot be read: {reason}</source>
        <translation>Posts that name the Page cannot be read: {reason}</translation>
    </message>
    <message>
        <source>Answering a comment in private: once, within 7 days. Without Advanced Access Meta allows it only to people who have a role at your app.</source>
        <translation>Answering a comment in private: once, within 7 days. Without Advanced Access Meta allows it only to people who have a role at your app.</translation>
    </message>
    <message>
        <source>Facebook does not tell of changed comments: Balie sees a change only among the 50 newest under a post.</source>
        <translation>Facebook does not tell of changed comments: Balie sees a change only among the 50 newest under a post.</translation>
    </message>
    <message>
        <source>Add the rights pages_show_list, pages_read_engagement, pages_read_user_content and pages_manage_engagement; for private answers pages_messaging as well. You need the tasks Moderate and Create content at the Page.</source>
        <translation>Add the rights pages_show_list, pages_read_engagement, pages_read_user_content and pages_manage_engagement; for private answers pages_messaging as well. You need the tasks Moderate and Create content at the Page.</translation>
    </message>
    <message>
        <source>Private messages to the Page come in by the channel Messenger, which you connect apart.</source>
        <translation>Private messages to the Page come in by the channel Messenger, which you connect apart.</translation>
    </message>
    <message>
        <source>Conversations can be read</source>
        <translation>Conversations can be read</translation>
    </message>
    <message>
        <source>No conversations are to be seen. If Meta Business Suite does show some, your app lacks Advanced Access to pages_messaging: Meta then gives only those of people with a role at the app. It takes App Review and Business Verification at developers.facebook.com.</source>
        <translation>No conversations are to be seen. If Meta Business Suite does show some, your app lacks Advanced Access to pages_messaging: Meta then gives only those of people with a role at the app. It takes App Review and Business Verification at developers.facebook.com.</translation>
    </message>
    <message>
        <source>Meta does not let Balie read the conversations: {reason} The token needs the right pages_messaging, and for customers your app needs Advanced Access to it (App Review and Business Verification at developers.facebook.com).</source>
        <translation>Meta does not let Balie read the conversations: {reason} The token needs the right pages_messaging, and for customers your app needs Advanced Access to it (App Review and Business Verification at developers.facebook.com).</translation>
    </message>
    <message>
        <source>Of each conversation Meta gives the 20 newest messages: let Balie run at least once a day.</source>
        <translation>Of each conversation Meta gives the 20 newest messages: let Balie run at least once a day.</translation>
    </message>
    <message>
        <source>Answering up to 7 days later</source>
        <translation>Answering up to 7 days later</translation>
    </message>
    <message>
        <source>Only when Meta has approved the feature Human Agent for your app.</source>
        <translation>Only when Meta has approved the feature Human Agent for your app.</translation>
    </message>
    <message>
        <source>Add the rights pages_show_list, pages_read_engagement, pages_manage_metadata and pages_messaging. You need the task Messaging at the Page.</source>
        <translation>Add the rights pages_show_list, pages_read_engagement, pages_manage_metadata and pages_messaging. You need the task Messaging at the Page.</translation>
    </message>
    <message>
        <source>For messages of customers Meta asks more: Advanced Access to pages_messaging, with App Review and Business Verification. It is free, but takes weeks. Until then Balie sees only conversations with people who have a role at your app.</source>
        <translation>For messages of customers Meta asks more: Advanced Access to pages_messaging, with App Review and Business Verification. It is free, but takes weeks. Until then Balie sees only conversations with people who have a role at your app.</translation>
    </message>
    <message>
        <source>If you like: with the relay on your web hosting (balie-relay.php, with a README) messages come in sooner, and none is missed when more than 20 came at once. Subscribe the Page there to “messages” and “message_echoes”.</source>
        <translation>If you like: with the relay on your web hosting (balie-relay.php, with a README) messages come in sooner, and none is missed when more than 20 came at once. Subscribe the Page there to “messages” and “message_echoes”.</translation>
    </message>
    <message>
        <source>Signed in as the Page {name}</source>
        <translation>Signed in as the Page {name}</translation>
    </message>
    <message>
        <source>Number of the Page</source>
        <translation>Number of the Page</translation>
    </message>
    <message>
        <source>On Facebook: your Page, About, Page transparency.</source>
        <translation>On Facebook: your Page, About, Page transparency.</translation>
    </message>
    <message>
        <source>Page access token</source>
        <translation>Page access token</translation>
    </message>
    <message>
        <source>Meta wants you to have an app of your own. Sign in at developers.facebook.com with the account that manages your Page, choose My Apps, Create app, and the type Business. It costs nothing; leave it in development mode.</source>
        <translation>Meta wants you to have an app of your own. Sign in at developers.facebook.com with the account that manages your Page, choose My Apps, Create app, and the type Business. It costs nothing; leave it in development mode.</translation>
    </message>
    <message>
        <source>Open Tools, Graph API Explorer. Choose your app, then Get Page access token, and allow it for your Page.</source>
        <translation>Open Tools, Graph API Explorer. Choose your app, then Get Page access token, and allow it for your Page.</translation>
    </message>
    <message>
        <source>This token ends within hours. Open it in the Access Token Debugger, choose Extend access token, and with the longer one ask me/accounts in the Explorer: the access_token that stands there with your Page does not end.</source>
        <translation>This token ends within hours. Open it in the Access Token Debugger, choose Extend access token, and with the longer one ask me/accounts in the Explorer: the access_token that stands there with your Page does not end.</translation>
    </message>
    <message>
        <source>It does end when you change your password, lose your role at the Page, or take the app&apos;s rights away. Balie then asks for a new one.</source>
        <translation>It does end when you change your password, lose your role at the Page, or take the app&apos;s rights away. Balie then asks for a new one.</translation>
    </message>
    <message>
        <source>The relay at {server} answers; reading works</source>
        <translation>The relay at {server} answers; reading works</translation>
    </message>
    <message>
        <source>Address of the relay</source>
        <translation>Address of the relay</translation>
    </message>
    <message>
        <source>The file on your web hosting: https://voorbeeld.nl/balie-relay.php</source>
        <translation>The file on your web hosting: https://voorbeeld.nl/balie-relay.php</translation>
    </message>
    <message>
        <source>Reading secret of the relay (READ_SECRET)</source>
        <translation>Reading secret of the relay (READ_SECRET)</translation>
    </message>
    <message>
        <source>App secret of your app at Meta</source>
        <translation>App secret of your app at Meta</translation>
    </message>
    <message>
        <source>Your number on WhatsApp</source>
        <translation>Your number on WhatsApp</translation>
    </message>
    <message>
        <source>With the country: +31 20 123 4567</source>
        <translation>With the country: +31 20 123 4567</translation>
    </message>
    <message>
        <source>Phone number ID</source>
        <translation>Phone number ID</translation>
    </message>
    <message>
        <source>A long number, at Meta under API Setup.</source>
        <translation>A long number, at Meta under API Setup.</translation>
    </message>
    <message>
        <source>Access token of the system user</source>
        <translation>Access token of the system user</translation>
    </message>
    <message>
        <source>At developers.facebook.com make an app of the type Business and add WhatsApp to it. Answering customers costs nothing there.</source>
        <translation>At developers.facebook.com make an app of the type Business and add WhatsApp to it. Answering customers costs nothing there.</translation>
    </message>
    <message>
        <source>Under WhatsApp, API Setup, add your number; copy the phone number ID below it. The number then leaves the WhatsApp app on the phone, unless a provider connects both.</source>
        <translation>Under WhatsApp, API Setup, add your number; copy the phone number ID below it. The number then leaves the WhatsApp app on the phone, unless a provider connects both.</translation>
    </message>
    <message>
        <source>In the business settings make a system user with a token that never expires, for your app, with whatsapp_business_messaging and whatsapp_business_management.</source>
        <translation>In the business settings make a system user with a token that never expires, for your app, with whatsapp_business_messaging and whatsapp_business_management.</translation>
    </message>
    <message>
        <source>Meta gives messages to an address on the web only. Put the relay that comes with Balie (balie-relay.php) on your web hosting; its README has five steps.</source>
        <translation>Meta gives messages to an address on the web only. Put the relay that comes with Balie (balie-relay.php) on your web hosting; its README has five steps.</translation>
    </message>
    <message>
        <source>Under WhatsApp, Configuration, give Meta the address of the relay and its verify token, and subscribe to “messages”.</source>
        <translation>Under WhatsApp, Configuration, give Meta the address of the relay and its verify token, and subscribe to “messages”.</translation>
    </message>
    <message>
        <source>Without web hosting, connect WhatsApp by Twilio instead: that can be read without a relay.</source>
        <translation>Without web hosting, connect WhatsApp by Twilio instead: that can be read without a relay.</translation>
    </message>
    <message>
        <source>This phone number id belongs to another number: {found}</source>
        <translation>This phone number id belongs to another number: {found}</translation>
    </message>
    <message>
        <source>Signed in as {name} ({number}); answering works</source>
        <translation>Signed in as {name} ({number}); answering works</translation>
    </message>
    <message>
        <source>A customer can be answered until 24 hours after his last message; after that WhatsApp takes approved templates only, which Balie does not send</source>
        <translation>A customer can be answered until 24 hours after his last message; after that WhatsApp takes approved templates only, which Balie does not send</translation>
    </message>
    <message>
        <source>What came before the relay was there cannot be read: WhatsApp keeps no list</source>
        <translation>What came before the relay was there cannot be read: WhatsApp keeps no list</translation>
    </message>
    <message>
        <source>Reviews of {firm} can be read, with their orders</source>
        <translation>Reviews of {firm} can be read, with their orders</translation>
    </message>
    <message>
        <source>One public answer can be given to each review</source>
        <translation>One public answer can be given to each review</translation>
    </message>
    <message>
        <source>Answers cannot be given: the id of a business user is not filled in</source>
        <translation>Answers cannot be given: the id of a business user is not filled in</translation>
    </message>
    <message>
        <source>Answers for the customer alone: not allowed by Trustpilot; write an e-mail</source>
        <translation>Answers for the customer alone: not allowed by Trustpilot; write an e-mail</translation>
    </message>
    <message>
        <source>Domain at Trustpilot</source>
        <translation>Domain at Trustpilot</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API key</translation>
    </message>
    <message>
        <source>API secret</source>
        <translation>API secret</translation>
    </message>
    <message>
        <source>Id of the business user who answers</source>
        <translation>Id of the business user who answers</translation>
    </message>
    <message>
        <source>Id of the business unit</source>
        <translation>Id of the business unit</translation>
    </message>
    <message>
        <source>The API of Trustpilot belongs to a paid plan or an extra.</source>
        <translation>The API of Trustpilot belongs to a paid plan or an extra.</translation>
    </message>
    <message>
        <source>In Trustpilot Business, make an application and copy its API key and secret.</source>
        <translation>In Trustpilot Business, make an application and copy its API key and secret.</translation>
    </message>
    <message>
        <source>To answer, also ask Trustpilot for the id of your business user.</source>
        <translation>To answer, also ask Trustpilot for the id of your business user.</translation>
    </message>
    <message>
        <source>Name at X</source>
        <translation>Name at X</translation>
    </message>
    <message>
        <source>As in your profile: @shop.</source>
        <translation>As in your profile: @shop.</translation>
    </message>
    <message>
        <source>Client ID of your app</source>
        <translation>Client ID of your app</translation>
    </message>
    <message>
        <source>Dollars a month at most</source>
        <translation>Dollars a month at most</translation>
    </message>
    <message>
        <source>Reading stops when they are spent; 5 if empty.</source>
        <translation>Reading stops when they are spent; 5 if empty.</translation>
    </message>
    <message>
        <source>Other prices</source>
        <translation>Other prices</translation>
    </message>
    <message>
        <source>Only when X asks other prices: owned=0.001 user=0.01 link=0.20</source>
        <translation>Only when X asks other prices: owned=0.001 user=0.01 link=0.20</translation>
    </message>
    <message>
        <source>Port for signing in</source>
        <translation>Port for signing in</translation>
    </message>
    <message>
        <source>Only when another program uses 47813.</source>
        <translation>Only when another program uses 47813.</translation>
    </message>
    <message>
        <source>Leave empty for X itself.</source>
        <translation>Leave empty for X itself.</translation>
    </message>
    <message>
        <source>X asks money for every message that is read or sent. Go to console.x.com with your firm&apos;s account, buy credit, and set a spending limit there as well.</source>
        <translation>X asks money for every message that is read or sent. Go to console.x.com with your firm&apos;s account, buy credit, and set a spending limit there as well.</translation>
    </message>
    <message>
        <source>Make an app of your own there. With your own app a mention costs a tenth of a cent; with that of somebody else it costs more.</source>
        <translation>Make an app of your own there. With your own app a mention costs a tenth of a cent; with that of somebody else it costs more.</translation>
    </message>
    <message>
        <source>Under User authentication settings choose Native App, Read and write and Direct message, and fill in as callback: http://127.0.0.1:47813/signed-in</source>
        <translation>Under User authentication settings choose Native App, Read and write and Direct message, and fill in as callback: http://127.0.0.1:47813/signed-in</translation>
    </message>
    <message>
        <source>Copy the Client ID of OAuth 2.0 and fill it in here.</source>
        <translation>Copy the Client ID of OAuth 2.0 and fill it in here.</translation>
    </message>
    <message>
        <source>Sign in at X in your browser with the firm&apos;s account. Balie never sees your password.</source>
        <translation>Sign in at X in your browser with the firm&apos;s account. Balie never sees your password.</translation>
    </message>
    <message>
        <source>Signed in as {handle}: posts that mention you come in, and can be answered.</source>
        <translation>Signed in as {handle}: posts that mention you come in, and can be answered.</translation>
    </message>
    <message>
        <source>Direct messages come in, and can be answered.</source>
        <translation>Direct messages come in, and can be answered.</translation>
    </message>
    <message>
        <source>Direct messages: not allowed. Give your app the right Read and write and Direct message at console.x.com, and sign in again.</source>
        <translation>Direct messages: not allowed. Give your app the right Read and write and Direct message at console.x.com, and sign in again.</translation>
    </message>
    <message>
        <source>Encrypted messages (XChat) do not come in: read those in the app of X.</source>
        <translation>Encrypted messages (XChat) do not come in: read those in the app of X.</translation>
    </message>
    <message>
        <source>This month about {spent} dollars, of at most {cap}: {read} messages read, {sent} sent. At the limit reading stops.</source>
        <translation>This month about {spent} dollars, of at most {cap}: {read} messages read, {sent} sent. At the limit reading stops.</translation>
    </message>
    <message>
        <source>Direct messages come in and can be answered</source>
        <translation>Direct messages come in and can be answered</translation>
    </message>
    <message>
        <source>Direct messages do not come in, because this app password does not allow it: make a new one with “Allow access to your direct messages” ticked, and fill it in here.</source>
        <translation>Direct messages do not come in, because this app password does not allow it: make a new one with “Allow access to your direct messages” ticked, and fill it in here.</translation>
    </message>
    <message>
        <source>Direct messages do not come in: {reason}</source>
        <translation>Direct messages do not come in: {reason}</translation>
    </message>
</context>
</TS>
