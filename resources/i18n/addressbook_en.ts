<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
        <name>ResultLine</name>
        <message numerus="yes">
            <source>%Ln contact(s) match “{text}”</source>
            <translation>
                <numerusform>%Ln contact matches “{text}”</numerusform>
                <numerusform>%Ln contacts match “{text}”</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s)</source>
            <translation>
                <numerusform>%Ln contact</numerusform>
                <numerusform>%Ln contacts</numerusform>
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
