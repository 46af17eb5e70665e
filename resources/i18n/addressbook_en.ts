<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>BookStates</name>
        <message numerus="yes">
            <source>%Ln contact(s) match but are hidden by the filters.</source>
            <translation>
                <numerusform>%Ln contact matches but is hidden by the filters.</numerusform>
                <numerusform>%Ln contacts match but are hidden by the filters.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) match “{text}” alone.</source>
            <translation>
                <numerusform>%Ln contact matches “{text}” alone.</numerusform>
                <numerusform>%Ln contacts match “{text}” alone.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Check</name>
        <message numerus="yes">
            <source>The first page of %n contact(s) arrived in {seconds} seconds.</source>
            <translation>
                <numerusform>The first page of %n contact arrived in {seconds} seconds.</numerusform>
                <numerusform>The first page of %n contacts arrived in {seconds} seconds.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Conflict</name>
        <message numerus="yes">
            <source>%n field(s) changed on both sides. Pick one value for each; nothing is saved until you choose.</source>
            <translation>
                <numerusform>%n field changed on both sides. Pick one value for it; nothing is saved until you choose.</numerusform>
                <numerusform>%n fields changed on both sides. Pick one value for each; nothing is saved until you choose.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n field(s) cannot be joined without you. Pick one value for each; nothing is saved until you choose.</source>
            <translation>
                <numerusform>%n field cannot be joined without you. Pick one value for it; nothing is saved until you choose.</numerusform>
                <numerusform>%n fields cannot be joined without you. Pick one value for each; nothing is saved until you choose.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Together they would be more than %n.</source>
            <translation>
                <numerusform>Together they would be more than %n.</numerusform>
                <numerusform>Together they would be more than %n.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Cannot be chosen: DingTalk takes at most %n.</source>
            <translation>
                <numerusform>Cannot be chosen: DingTalk takes at most %n.</numerusform>
                <numerusform>Cannot be chosen: DingTalk takes at most %n.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConflictDialog</name>
        <message numerus="yes">
            <source>Still to be chosen: %n field(s).</source>
            <translation>
                <numerusform>Still to be chosen: %n field.</numerusform>
                <numerusform>Still to be chosen: %n fields.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DeleteDialog</name>
        <message numerus="yes">
            <source>Delete %Ln contact(s)?</source>
            <translation>
                <numerusform>Delete %Ln contact?</numerusform>
                <numerusform>Delete %Ln contacts?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Undo cannot bring back %Ln e-mail address(es): DingTalk takes none from a program.</source>
            <translation>
                <numerusform>Undo cannot bring back %Ln e-mail address: DingTalk takes none from a program.</numerusform>
                <numerusform>Undo cannot bring back %Ln e-mail addresses: DingTalk takes none from a program.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln more, which are copied with these</source>
            <translation>
                <numerusform>%Ln more, which is copied with these</numerusform>
                <numerusform>%Ln more, which are copied with these</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not to be deleted: %Ln more contact(s) that you chose. This program could not read them, and deletes nobody whom it cannot name.</source>
            <translation>
                <numerusform>Not to be deleted: %Ln more contact that you chose. This program could not read them, and deletes nobody whom it cannot name.</numerusform>
                <numerusform>Not to be deleted: %Ln more contacts that you chose. This program could not read them, and deletes nobody whom it cannot name.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) could come back as drafts only: they lack what DingTalk asks of a new contact, such as a phone number, a label or an owner.</source>
            <translation>
                <numerusform>%Ln contact could come back as a draft only: it lacks what DingTalk asks of a new contact, such as a phone number, a label or an owner.</numerusform>
                <numerusform>%Ln contacts could come back as drafts only: they lack what DingTalk asks of a new contact, such as a phone number, a label or an owner.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Deleting</name>
        <message numerus="yes">
            <source>{names} and %n more</source>
            <translation>
                <numerusform>{names} and %n more</numerusform>
                <numerusform>{names} and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Deleted %Ln contact(s).</source>
            <translation>
                <numerusform>Deleted %Ln contact.</numerusform>
                <numerusform>Deleted %Ln contacts.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) had already been deleted in DingTalk.</source>
            <translation>
                <numerusform>%Ln contact had already been deleted in DingTalk.</numerusform>
                <numerusform>%Ln contacts had already been deleted in DingTalk.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) were not deleted.</source>
            <translation>
                <numerusform>%Ln contact was not deleted.</numerusform>
                <numerusform>%Ln contacts were not deleted.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) are back, with new ids in DingTalk.</source>
            <translation>
                <numerusform>%Ln contact is back, with a new id in DingTalk.</numerusform>
                <numerusform>%Ln contacts are back, with new ids in DingTalk.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln e-mail address(es) could not be brought back.</source>
            <translation>
                <numerusform>%Ln e-mail address could not be brought back.</numerusform>
                <numerusform>%Ln e-mail addresses could not be brought back.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) had been added again by somebody else.</source>
            <translation>
                <numerusform>%Ln contact had been added again by somebody else.</numerusform>
                <numerusform>%Ln contacts had been added again by somebody else.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) need your help: they are kept as drafts under Unfinished.</source>
            <translation>
                <numerusform>%Ln contact needs your help: it is kept as a draft under Unfinished.</numerusform>
                <numerusform>%Ln contacts need your help: they are kept as drafts under Unfinished.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) can still be brought back.</source>
            <translation>
                <numerusform>%Ln contact can still be brought back.</numerusform>
                <numerusform>%Ln contacts can still be brought back.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>DingTalk's answer was lost for %Ln contact(s): this is being checked.</source>
            <translation>
                <numerusform>DingTalk's answer was lost for %Ln contact: this is being checked.</numerusform>
                <numerusform>DingTalk's answer was lost for %Ln contacts: this is being checked.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DepartmentPicker</name>
        <message numerus="yes">
            <source>{department}: %Ln department(s)</source>
            <translation>
                <numerusform>{department}: %Ln department</numerusform>
                <numerusform>{department}: %Ln departments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln department(s) found</source>
            <translation>
                <numerusform>%Ln department found</numerusform>
                <numerusform>%Ln departments found</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln department(s) found among those that were read so far</source>
            <translation>
                <numerusform>%Ln department found among those that were read so far</numerusform>
                <numerusform>%Ln departments found among those that were read so far</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Reading all departments: %Ln so far</source>
            <translation>
                <numerusform>Reading all departments: %Ln so far</numerusform>
                <numerusform>Reading all departments: %Ln so far</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>At most %n departments can be chosen. Take one off first.</source>
            <translation>
                <numerusform>At most %n department can be chosen. Take it off first.</numerusform>
                <numerusform>At most %n departments can be chosen. Take one off first.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DuplicateHint</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Forms</name>
        <message numerus="yes">
            <source>%n forms hold changes that are not saved</source>
            <translation>
                <numerusform>%n form holds changes that are not saved</numerusform>
                <numerusform>%n forms hold changes that are not saved</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) to fix before this contact can be added</source>
            <translation>
                <numerusform>%n thing to fix before this contact can be added</numerusform>
                <numerusform>%n things to fix before this contact can be added</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) to fix before the changes can be saved</source>
            <translation>
                <numerusform>%n thing to fix before the changes can be saved</numerusform>
                <numerusform>%n things to fix before the changes can be saved</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n label(s) are chosen; DingTalk takes {most} at most. Take off {over}.</source>
            <translation>
                <numerusform>%n label is chosen; DingTalk takes {most} at most. Take off {over}.</numerusform>
                <numerusform>%n labels are chosen; DingTalk takes {most} at most. Take off {over}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n department(s) are chosen; DingTalk takes {most} at most. Remove {over}.</source>
            <translation>
                <numerusform>%n department is chosen; DingTalk takes {most} at most. Remove {over}.</numerusform>
                <numerusform>%n departments are chosen; DingTalk takes {most} at most. Remove {over}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people are chosen; DingTalk takes {most} at most. Remove {over}.</source>
            <translation>
                <numerusform>%n person is chosen; DingTalk takes {most} at most. Remove {over}.</numerusform>
                <numerusform>%n people are chosen; DingTalk takes {most} at most. Remove {over}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This number has %n digit(s); a mobile number in {name} has {wanted}.</source>
            <translation>
                <numerusform>This number has %n digit; a mobile number in {name} has {wanted}.</numerusform>
                <numerusform>This number has %n digits; a mobile number in {name} has {wanted}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This number has %n digit(s), more than the {wanted} of a mobile number in {name}.</source>
            <translation>
                <numerusform>This number has %n digit, more than the {wanted} of a mobile number in {name}.</numerusform>
                <numerusform>This number has %n digits, more than the {wanted} of a mobile number in {name}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This number has %n digit(s), which is too few for {name}.</source>
            <translation>
                <numerusform>This number has %n digit, which is too few for {name}.</numerusform>
                <numerusform>This number has %n digits, which is too few for {name}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This number has %n digit(s), which is too many for {name}.</source>
            <translation>
                <numerusform>This number has %n digit, which is too many for {name}.</numerusform>
                <numerusform>This number has %n digits, which is too many for {name}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LabelTree</name>
        <message numerus="yes">
            <source>{group}: {label}, %Ln contact(s)</source>
            <translation>
                <numerusform>{group}: {label}, %Ln contact</numerusform>
                <numerusform>{group}: {label}, %Ln contacts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ListFoot</name>
        <message numerus="yes">
            <source>%Ln more contact(s) match but are hidden by the filters.</source>
            <translation>
                <numerusform>%Ln more contact matches but is hidden by the filters.</numerusform>
                <numerusform>%Ln more contacts match but are hidden by the filters.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln more contact(s) match “{text}”</source>
            <translation>
                <numerusform>%Ln more contact matches “{text}”</numerusform>
                <numerusform>%Ln more contacts match “{text}”</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>News</name>
        <message numerus="yes">
            <source>%Ln new</source>
            <translation>
                <numerusform>%Ln new</numerusform>
                <numerusform>%Ln new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln changed</source>
            <translation>
                <numerusform>%Ln changed</numerusform>
                <numerusform>%Ln changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln removed</source>
            <translation>
                <numerusform>%Ln removed</numerusform>
                <numerusform>%Ln removed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NewsLine</name>
        <message numerus="yes">
            <source>{names} and %Ln more</source>
            <translation>
                <numerusform>{names} and %Ln more</numerusform>
                <numerusform>{names} and %Ln more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OwnerButton</name>
        <message numerus="yes">
            <source>%n owner(s)</source>
            <translation>
                <numerusform>%n owner</numerusform>
                <numerusform>%n owners</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OwnerPopup</name>
        <message numerus="yes">
            <source>{name}, %Ln contact(s)</source>
            <translation>
                <numerusform>{name}, %Ln contact</numerusform>
                <numerusform>{name}, %Ln contacts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PickDialog</name>
        <message numerus="yes">
            <source>{count} chosen, at most {most} are possible: take off %n</source>
            <translation>
                <numerusform>{count} chosen, at most {most} are possible: take off %n</numerusform>
                <numerusform>{count} chosen, at most {most} are possible: take off %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PickModel</name>
        <message numerus="yes">
            <source>%Ln contact(s)</source>
            <translation>
                <numerusform>%Ln contact</numerusform>
                <numerusform>%Ln contacts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RecentList</name>
        <message numerus="yes">
            <source>%Ln recent search(es). The down arrow goes to them.</source>
            <translation>
                <numerusform>%Ln recent search. The down arrow goes to it.</numerusform>
                <numerusform>%Ln recent searches. The down arrow goes to them.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RemovedDialog</name>
        <message numerus="yes">
            <source>%Ln contact(s) no longer in DingTalk</source>
            <translation>
                <numerusform>%Ln contact no longer in DingTalk</numerusform>
                <numerusform>%Ln contacts no longer in DingTalk</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln more</source>
            <translation>
                <numerusform>%Ln more</numerusform>
                <numerusform>%Ln more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ResultLine</name>
        <message numerus="yes">
            <source>%Ln selected</source>
            <translation>
                <numerusform>%Ln selected</numerusform>
                <numerusform>%Ln selected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) so far</source>
            <translation>
                <numerusform>%Ln contact so far</numerusform>
                <numerusform>%Ln contacts so far</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s)</source>
            <translation>
                <numerusform>%Ln contact</numerusform>
                <numerusform>%Ln contacts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) match both “{one}” and “{other}”</source>
            <translation>
                <numerusform>%Ln contact matches both “{one}” and “{other}”</numerusform>
                <numerusform>%Ln contacts match both “{one}” and “{other}”</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) match all words of “{text}”</source>
            <translation>
                <numerusform>%Ln contact matches all words of “{text}”</numerusform>
                <numerusform>%Ln contacts match all words of “{text}”</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) match “{text}”</source>
            <translation>
                <numerusform>%Ln contact matches “{text}”</numerusform>
                <numerusform>%Ln contacts match “{text}”</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ScopeButton</name>
        <message numerus="yes">
            <source>%Ln contact(s)</source>
            <translation>
                <numerusform>%Ln contact</numerusform>
                <numerusform>%Ln contacts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message numerus="yes">
            <source>Every %n minute(s)</source>
            <translation>
                <numerusform>Every %n minute</numerusform>
                <numerusform>Every %n minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SeveralSelected</name>
        <message numerus="yes">
            <source>%Ln contacts are selected.</source>
            <translation>
                <numerusform>%Ln contact is selected.</numerusform>
                <numerusform>%Ln contacts are selected.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Delete %Ln contacts…</source>
            <translation>
                <numerusform>Delete %Ln contact…</numerusform>
                <numerusform>Delete %Ln contacts…</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message numerus="yes">
            <source>%Ln piece(s) of work</source>
            <translation>
                <numerusform>%Ln piece of work</numerusform>
                <numerusform>%Ln pieces of work</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SignOut</name>
        <message numerus="yes">
            <source>%n change(s) that DingTalk does not have yet will be lost.</source>
            <translation>
                <numerusform>%n change that DingTalk does not have yet will be lost.</numerusform>
                <numerusform>%n changes that DingTalk does not have yet will be lost.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StaffPicker</name>
        <message numerus="yes">
            <source>%Ln found</source>
            <translation>
                <numerusform>%Ln found</numerusform>
                <numerusform>%Ln found</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{place}: %Ln line(s)</source>
            <translation>
                <numerusform>{place}: %Ln line</numerusform>
                <numerusform>{place}: %Ln lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>At most %n people can be chosen. Take somebody off first.</source>
            <translation>
                <numerusform>At most %n person can be chosen. Take that one off first.</numerusform>
                <numerusform>At most %n people can be chosen. Take somebody off first.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message numerus="yes">
            <source>%Ln contact(s)</source>
            <translation>
                <numerusform>%Ln contact</numerusform>
                <numerusform>%Ln contacts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Times</name>
        <message numerus="yes">
            <source>%n minute(s) ago</source>
            <translation>
                <numerusform>%n minute ago</numerusform>
                <numerusform>%n minutes ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) ago</source>
            <translation>
                <numerusform>%n hour ago</numerusform>
                <numerusform>%n hours ago</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>_LabelDelegate</name>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation>
                <numerusform>%n chosen</numerusform>
                <numerusform>%n chosen</numerusform>
            </translation>
        </message>
    </context>
</TS>
