<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Errors</name>
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
            <source>Nothing was sent.</source>
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
</TS>
