<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About Address Book for DingTalk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address Book for DingTalk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Version {version}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reads your organisation's external contacts in DingTalk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Python {python}, Qt {qt}, {system}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Software inside, and its licences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Qt and PySide6 are used under the GNU Lesser General Public License, version 3. Their libraries are separate files and may be replaced by builds of your own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Software inside</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text of the licence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>see its text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Licence: {licence}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The package names its licence and carries no text of its own.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;Connect your organisation…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign &amp;out…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Filter by text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>C&amp;lear all filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Copy contact as text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy &amp;phone number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;All contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Mine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>S&amp;hared with me</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;No label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Sidebar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Com&amp;pact rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ne&amp;xt pane</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pre&amp;vious pane</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Refresh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>S&amp;top loading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Show details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>C&amp;all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write an e-&amp;mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Report a problem…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;About this program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Help</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <source>{title}. {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The message was copied.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The details were copied.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title}. Continues in {time}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title}. Tries again in {time}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Continuing now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Copy message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy message for the administrator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>De&amp;tails</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy for &amp;support</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Message for the administrator</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BookPage</name>
        <message>
            <source>Col&amp;umns</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BookStates</name>
        <message>
            <source>Clear filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No one matches “{text}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The book is not yet loaded completely; whoever is missing may still come.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the spelling, or clear the filters and look again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No contact fits all the filters that are set.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No one matches the filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You do not own any contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No contacts are shared with you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every contact has a label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As soon as DingTalk answers, the first contacts appear here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is loaded yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts that are added in DingTalk appear here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No contacts yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You see the contacts that are on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You are offline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close this message</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BookStrip</name>
        <message>
            <source>Sample book: nothing reaches DingTalk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect your organisation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read-only: opened with the token of another provider's app, for this time only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For this time only: nothing is kept on this computer</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Card</name>
        <message>
            <source>Phone: {phone}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mail: {email}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address: {address}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Labels: {labels}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Check</name>
        <message>
            <source>Works</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attention</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Does not work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not tried</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To know</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask for {permissions}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You cannot be found by your mobile number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The program cannot tell which contacts are yours.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names of colleagues are hidden for now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Owners will show as numbers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names of departments are hidden for now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Departments will show as numbers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The access token is used as it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is kept for this run only, and cannot be renewed when it ends.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signed in to DingTalk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Region, App key and App secret fit together.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts were not tried</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts can be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are none yet in your organisation.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>The first page of %n contact(s) arrived in {seconds} seconds.</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>DingTalk shares no phone numbers with this app.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts can be read, but without phone numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts can be read, phone numbers included</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Labels were not tried</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Groups of labels: {groups}. Labels: {labels}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Labels can be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You were found by your mobile number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The program can tell which contacts are yours.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You were not looked up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With your mobile number the program can tell which contacts are yours.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names of colleagues were not tried</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names of colleagues can be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Owners will show by name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names of departments were not tried</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The topmost one is “{name}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sharing will show by name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names of departments can be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts can be read, not changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk does not let this kind of app change them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changing contacts has not been tried</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A test would have to write something into your organisation's contacts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is tried once what stands above works.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hello, our address book program lacks permissions in DingTalk. Please open the DingTalk developer console, choose the internal app of this program and switch on: {permissions}. No other change is needed. Thank you.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CheckView</name>
        <message>
            <source>Asking DingTalk…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Columns</name>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Company and title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Alias</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Click to sort, drag to move</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ConnectFields</name>
        <message>
            <source>Enter the address of the server, beginning with https://.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the Client ID (App key).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the Client Secret (App secret).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Server region</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;International</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mainland C&amp;hina</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Othe&amp;r address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A&amp;ddress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Client &amp;ID (App key)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Client &amp;Secret (App secret)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your &amp;mobile number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Name for this book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Access to&amp;ken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Server region: {region}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Optional: shows which contacts are yours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Optional: your organisation's name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kept in this computer's password store, never in a file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ad&amp;vanced</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For organisations whose app comes from another company. The token is used instead of key and secret, for this run only, and contacts can be read but not changed.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ContactTable</name>
        <message>
            <source>Loading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Could not be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not shared by DingTalk</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ContactView</name>
        <message>
            <source>Contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Default columns</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DetailPane</name>
        <message>
            <source>Contact details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the phone number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the e-mail address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Alias</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Title and company</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the contact as text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Call with this computer's phone program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write with this computer's mail program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This contact is no longer in the book.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a contact to see all about it here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Could not be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk sent something for this contact that this program does not understand: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} at {company}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shared in DingTalk with nobody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shared in DingTalk with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colleagues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Departments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contact id</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copied</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source>, </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is not certain whether DingTalk saved the change.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was changed in DingTalk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts that are already here stay readable.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your contacts are not affected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{name}” ({technical})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the missing permission</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Request number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk's words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Missing permission</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>System</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your contacts in DingTalk are not affected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk cannot be reached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This computer seems to be offline, or the way to DingTalk is blocked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the network. The program tries again by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk's server was not found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This computer seems to be offline, or the address of the server is wrong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the network and, if you typed an address, its spelling.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk did not answer in time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The network is slow, or DingTalk is busy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wait a moment and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection to DingTalk broke off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The network was interrupted before the whole answer was here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the network and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection to DingTalk is not secure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server's certificate is not trusted by this computer, so nothing was sent over it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check this computer's date and time. In an office network, ask the people who look after it about the certificate of its proxy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The network's proxy does not let the program through</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your network sends programs through a proxy, and the proxy refused.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the proxy in this computer's network settings, or ask the people who look after it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A web page answered in place of DingTalk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is often the sign-in page of a guest network, or a page of the office's proxy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open any page in the browser, sign in to the network, and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk's answer arrived damaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was cut off or changed on its way.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again. If it stays like this, try another network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk answered in a way this program does not know</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk may have changed, or another program answered in its place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again. If it stays like this, look for a newer version.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server refused in a way DingTalk does not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A proxy or another program may have answered in place of DingTalk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the server region or the address, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The answer was far larger than DingTalk's answers are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was not read to its end, to protect this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something tried to send the program to another server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk does not do that, so the program did not follow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in to your network in the browser, check the server region or the address, and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk has blocked this network for some minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Too many calls came from it within seconds, from all programs together.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wait about five minutes. The program continues by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The computer's password store did not work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>App key and App secret are kept nowhere else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again, or sign out of the computer and in again. You can also go on for this time only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This computer has no password store</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>App key and App secret are kept in a password store or not at all, never in a file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You can go on for this time only: you enter them again next time, and no contacts are kept here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The computer's password store is locked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The program needs it to open your contacts and to sign in to DingTalk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlock it and try again, or go on for this time only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The computer's password store refused this program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The question was answered with no, or a rule of this computer forbids it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again and allow it, or go on for this time only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The entry in the computer's password store cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another program may have changed it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect your organisation anew; your administrator has what is needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The password store no longer holds what this book needs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The entry was removed, or another person is signed in to this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The copy of the contacts on this computer did not work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It could not be read or written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again. If it stays like this, restart the computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The copy on this computer was damaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It cannot be read and was set aside.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The contacts are loaded from DingTalk again; you need not do anything.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The copy was made by a newer version of this program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This older version leaves it untouched, so that nothing is lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open it with the newer version.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The disk is full</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts that arrive now cannot be kept on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Free some space, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The program cannot write to its folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The folder or the disk is write-protected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask the people who look after this computer to make it writable.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The copy of the contacts is in use</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another program, such as a backup, holds the file at the moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This address book is already open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another window of this program uses it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to that window, or close it and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This book is no longer on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its entry in the settings is gone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something is still missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connecting needs the App key and the App secret, or an access token.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fill in what is missing and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not the address of a server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An address begins with https:// and names a server, and nothing more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the address, or choose one of the two regions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The call to DingTalk was stopped.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start it again whenever you like.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something went wrong in this program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is a fault of the program, not something you did.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again. Help, Report a problem, saves what is known about it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This contact is no longer in DingTalk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A colleague may have removed it, or added the person anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look for the name in the list after the next refresh.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All other contacts are as they were.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This colleague is not in DingTalk any more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The person has left, has not joined yet, or belongs to another organisation.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The number of the person is shown in place of the name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This colleague's account is switched off in DingTalk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk gives out no details of people whose account is switched off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another colleague, or ask your DingTalk administrator.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No colleague has this mobile number in DingTalk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk knows colleagues who have joined, by the number they sign in with.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the digits. For a number abroad, begin with a plus sign and its country.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This department is no longer in DingTalk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was removed, or its number never existed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The number of the department is shown in place of its name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk does not open this department</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is one of the special departments that programs cannot read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another department.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk could not read the people of a department</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This may pass by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The app is not allowed to see this colleague</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The app sees a part of the organisation only, and this person is outside of it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your DingTalk administrator can widen the range of people that the app sees.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hello, our address book program cannot show the names of some colleagues. Please open the DingTalk developer console, choose the internal app and, under permissions, widen the range of its address book permissions to the whole organisation. Thank you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The app is not allowed to see this department</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The app sees a part of the organisation only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk did not hand out the next part of the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It did not accept the place in the list that the program asked for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Refresh the list. If it happens again, use Help, Report a problem, to save what is known about it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Someone with this phone number is already in the book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk keeps one external contact for each phone number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look for the number in the list and change that contact, or check the digits.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk says that another contact already has these details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It may be the same person, added a second time by a colleague.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look for the name and the number in the list before you save again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This phone number belongs to a colleague</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk does not keep members of your organisation as external contacts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the digits, or find the colleague inside DingTalk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk does not accept this phone number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The number does not fit the country that is chosen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the country and the digits, and save again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk does not accept the phone number of this contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A number cannot be changed once a contact exists.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change the number inside DingTalk, then refresh this contact here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk does not accept this name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It may be empty, too long, or hold signs that DingTalk does not allow in names.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shorten the name or leave out special signs, and save again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A contact needs at least one label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk does not keep contacts without one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose at least one label and save again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something that DingTalk needs is still empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A contact needs a name, an owner, a label and, when new, a phone number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fill in what is missing and save again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The job title is too long for DingTalk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk limits its length, and does not say to how many letters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shorten the job title and save again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A colleague this contact is shared with is unknown to DingTalk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The person may have left, or there are more colleagues than DingTalk allows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the list of colleagues under sharing, and save again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A department this contact is shared with is unknown to DingTalk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It may have been removed, or there are more departments than DingTalk allows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the list of departments under sharing, and save again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your organisation has reached its limit of external contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk takes no more of them until some are removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove contacts that nobody needs, or ask your DingTalk administrator.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>External contacts are not switched on in your organisation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk keeps none until an administrator switches them on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your DingTalk administrator can do that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hello, our address book program cannot add external contacts, because they are not switched on for our organisation. Please open the DingTalk admin console and switch on external contacts. Thank you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk did not add this contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is busy, or your organisation made a field of its own mandatory for external contacts, which programs cannot fill in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try once more. If it stays like this, ask your DingTalk administrator about mandatory fields.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hello, DingTalk refuses new external contacts from our address book program. Please check in the DingTalk admin console whether a custom field of external contacts is mandatory, and make it optional. Thank you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your DingTalk administrator can switch this on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hello, our address book program cannot read external contacts. Please open the DingTalk developer console, choose the internal app of this program and switch on {permissions}. No other change is needed. Thank you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hello, our address book program cannot save external contacts. Please open the DingTalk developer console, choose the internal app of this program and switch on {permissions}. No other change is needed. Thank you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hello, our address book program cannot show the names of colleagues and departments. Please open the DingTalk developer console, choose the internal app of this program and switch on {permissions}. No other change is needed. Thank you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This program is not allowed to read external contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A permission of the app is missing in DingTalk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This program is not allowed to change external contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The app may read contacts, but has no permission to add, change or delete them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This program is not allowed to find colleagues by mobile number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It cannot tell which contacts are yours. Everything else works.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This program is not allowed to read the names of colleagues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Owners are shown as numbers until the permission is given.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This program is not allowed to list the people of a department</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Owners may be shown as numbers until the permission is given.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This program is not allowed to read departments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Departments are shown as numbers until the permission is given.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This program is not allowed to do this in DingTalk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hello, our address book program lacks a permission. Please open the DingTalk developer console, choose the internal app of this program and switch on {permissions}. No other change is needed. Thank you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk no longer accepts this sign-in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The program signed in anew, and that was refused as well.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check again in a few minutes. If it stays like this, ask your DingTalk administrator whether the app still exists and is switched on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hello, our address book program signs in to DingTalk, but DingTalk refuses what the program was given. Please open the DingTalk developer console and check that the internal app still exists, is switched on and belongs to our organisation. Thank you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This kind of sign-in cannot be used for external contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk opens external contacts to the organisation's own internal apps.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask your DingTalk administrator for the App key and App secret of an internal app.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hello, our address book program needs the App key (Client ID) and App secret (Client Secret) of an internal app of our organisation. The ones it has now are of another kind. Thank you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk does not know this App key and App secret</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A letter may be missing, the secret may have been replaced by a new one, or the two may belong to another region. Capital and small letters count.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the server region, then copy the App key and the App secret once more and paste them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hello, DingTalk refuses the App key (Client ID) and App secret (Client Secret) of our address book program. Please send me both again, and tell me whether our organisation is on the mainland China or the international DingTalk. Thank you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk does not know this organisation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sign-in does not belong to an organisation on this server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the server region. If it is right, ask your DingTalk administrator for the App key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your organisation is closed in DingTalk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk says that the organisation was disabled or dissolved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask your DingTalk administrator what has happened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The App key or the App secret is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk received a sign-in with an empty field.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fill in both the App key and the App secret, and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk did not let the program sign in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Either the App key or the App secret is empty, or there were too many sign-ins in a short time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check that both fields are filled in, wait a minute, and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The app is switched off in DingTalk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk answers this app no longer, until it is switched on again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your DingTalk administrator can switch it on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hello, the internal app of our address book program is switched off in DingTalk. Please open the DingTalk developer console and switch it on again. Thank you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk has switched off what the program needs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This part of DingTalk is not open to the app.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask your DingTalk administrator, and send the details along.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk does not accept this network's address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The app only answers to certain networks, and yours is not on its list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your DingTalk administrator can add it. Outside the office, connect to the office network first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hello, DingTalk refuses our address book program because the address of our network is not on the internal app's list of allowed server IP addresses. Please add our office's public address in the DingTalk developer console. Thank you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The app only answers to certain networks, and yours ({address}) is not on its list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hello, DingTalk refuses our address book program because the address {address} is not on the internal app's list of allowed server IP addresses. Please add it in the DingTalk developer console. Thank you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This server does not know what the program asks for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The address may not be DingTalk's, or DingTalk has changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the server region or the address. If they are right, look for a newer version of the program.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk did not understand this program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look for a newer version, or use Help, Report a problem, and send the file to your administrator.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk asks us to slow down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your organisation's programs asked for too much at once. This one continues by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You can keep working meanwhile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk has paused this program for a while</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Too much was asked of DingTalk from your organisation. The pause ends by itself after some minutes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again later. If it happens often, tell your DingTalk administrator.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk has blocked the address of this network</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Programs of too many organisations use DingTalk from the same address, as with a shared proxy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use another network, or ask the people who look after your network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your organisation's monthly allowance at DingTalk is used up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk counts the calls of all programs of an organisation together.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It starts anew next month; your DingTalk administrator can enlarge it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk is busy right now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It could not answer, although the program asked several times.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk does not accept a word in these details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its filter for sensitive content refused them, and does not say which word.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the texts you entered last, change the wording, and save again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One of the texts is too long for DingTalk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk does not say which one it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shorten the longest text and save again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk refused, for a reason this program does not know</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk did not say why.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again. If it stays like this, send the details to your DingTalk administrator.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DingTalk says: “{message}”.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FilterLine</name>
        <message>
            <source>Filters that are set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without {label}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Owner: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove the filter “{filter}”</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LabelTree</name>
        <message>
            <source>{colour} {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colour {colour}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{group}: no labels</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{group}: {label}, %Ln contact(s)</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Without {label}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LabelView</name>
        <message>
            <source>Labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Filter by this label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Exclude this label	Shift+Space</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Labels</name>
        <message>
            <source>Label {id}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Address Book for DingTalk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{book} – {program}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MessageDialog</name>
        <message>
            <source>Message for the administrator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Copy message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>De&amp;tails</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy for &amp;support</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OwnerButton</name>
        <message>
            <source>Any owner</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n owner(s)</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Owner: {who}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OwnerPopup</name>
        <message>
            <source>Filter by owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Owners</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find an owner by name or id</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find an owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Anyone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} · {count}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>People</name>
        <message>
            <source>No longer in DingTalk (id {id})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name not shared (id {id})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Id {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You ({name})</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Permissions</name>
        <message>
            <source>Read permission for external contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write permission for external contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Permission to find members by mobile number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read permission for member information</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read permission for department members</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read permission for departments</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>Report a problem</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is what the program knows. Secrets, phone numbers and e-mail addresses are taken out. Nothing is sent: save the file, look through it, and give it to whoever looks after the program.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What will be saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Save as…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved as {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text files (*.txt)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copied.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ResultLine</name>
        <message>
            <source>So&amp;rt by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sorted by: {column}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) match “{text}”</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s)</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>among the {total} loaded so far</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Descending</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ScopeButton</name>
        <message numerus="yes">
            <source>%Ln contact(s)</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>Filter by name, company, phone, e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear the text</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SecretField</name>
        <message>
            <source>Show what is typed</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SecretStore</name>
        <message>
            <source>&amp;Go on for this time only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>&amp;Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Appearance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look for &amp;changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Name for this book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your &amp;mobile number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title}. {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without a number the program cannot tell which contacts are yours.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You were found. The program can tell which contacts are yours.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You are {name}. The program can tell which contacts are yours.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Like the system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Every %n minute(s)</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Compact &amp;rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look me &amp;up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign &amp;out…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Sidebar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shared with me</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts shared in DingTalk with you or your departments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear the label filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How the chosen labels combine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts with at least one of the chosen labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts with all of the chosen labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts with none of the chosen labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are no labels yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tell your own mobile number when connecting, and this shows your contacts</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SignOut</name>
        <message>
            <source>Sign out of “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The App key, the App secret and the copy of the contacts are removed from this computer. The contacts in DingTalk stay as they are.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n change(s) that DingTalk does not have yet will be lost.</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>To come back, you need the App key and the App secret again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Stay signed in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign &amp;out and remove</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not yet loaded completely</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking for changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Updated {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading: {loaded} of about {expected}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading: {loaded} loaded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped: {loaded} loaded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting for DingTalk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting for DingTalk: continues in {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Offline: the book is not yet complete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Offline: showing the copy from {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading has stopped: see the message above the list</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%Ln contact(s)</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Theme</name>
        <message>
            <source>Red</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Orange</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yellow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Green</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Teal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Purple</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pink</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Grey</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Times</name>
        <message>
            <source>just now</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n minute(s) ago</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) ago</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>Toolbar</name>
        <message>
            <source>Columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Refresh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sidebar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WaitingDialog</name>
        <message>
            <source>Waiting for your password store</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This computer's password store holds what the program needs to open your contacts. It may ask for your password in a window of its own, perhaps behind this one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Stop waiting</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>The message was copied. Paste it into a chat with your DingTalk administrator.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Still connecting. If your password store asks for permission in another window, allow it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connecting…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>S&amp;top</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Test again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Test connection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Welcome to your address book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your organisation's DingTalk customers, suppliers and partners, in one list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try it with sample contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>About 2,000 invented people. Nothing is sent anywhere and nothing needs to be set up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find people by name, company or number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter by labels and by owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See who a contact is shared with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect later from the File menu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open sample contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect your organisation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Where do I find these?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opens DingTalk's help in the browser</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your DingTalk administrator has the App key and App secret of an internal app.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The App key opens the whole book: whoever uses it here can see every external contact of the organisation, whatever DingTalk's own screens would show.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Copy message for the administrator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Co&amp;nnect and load contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language:</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>_LabelDelegate</name>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>_Line</name>
        <message>
            <source>{outcome}: {title}. {text}</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
