<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About Address Book for DingTalk</source>
            <translation>关于“钉钉通讯录”</translation>
        </message>
        <message>
            <source>Address Book for DingTalk</source>
            <translation>钉钉通讯录</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>版本 {version}</translation>
        </message>
        <message>
            <source>Reads your organisation's external contacts in DingTalk.</source>
            <translation>查看你的组织在钉钉中的外部联系人。</translation>
        </message>
        <message>
            <source>Python {python}, Qt {qt}, {system}</source>
            <translation>Python {python}，Qt {qt}，{system}</translation>
        </message>
        <message>
            <source>Software inside, and its licences</source>
            <translation>所含软件及其许可</translation>
        </message>
        <message>
            <source>Qt and PySide6 are used under the GNU Lesser General Public License, version 3. Their libraries are separate files and may be replaced by builds of your own.</source>
            <translation>Qt 和 PySide6 依据 GNU 宽通用公共许可证（LGPL）第 3 版使用。它们的库是独立的文件，可以用你自己编译的版本替换。</translation>
        </message>
        <message>
            <source>Software inside</source>
            <translation>所含软件</translation>
        </message>
        <message>
            <source>Text of the licence</source>
            <translation>许可全文</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>see its text</source>
            <translation>见全文</translation>
        </message>
        <message>
            <source>Licence: {licence}</source>
            <translation>许可：{licence}</translation>
        </message>
        <message>
            <source>The package names its licence and carries no text of its own.</source>
            <translation>该软件包注明了许可，但没有附带全文。</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;New contact…</source>
            <translation>新建联系人(&amp;N)…</translation>
        </message>
        <message>
            <source>&amp;Unfinished…</source>
            <translation>未完成的工作(&amp;U)…</translation>
        </message>
        <message>
            <source>&amp;Connect your organisation…</source>
            <translation>连接你的组织(&amp;C)…</translation>
        </message>
        <message>
            <source>Sign &amp;out…</source>
            <translation>退出登录(&amp;O)…</translation>
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation>设置(&amp;S)…</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>退出(&amp;Q)</translation>
        </message>
        <message>
            <source>&amp;Undo delete</source>
            <translation>撤销删除(&amp;U)</translation>
        </message>
        <message>
            <source>Select &amp;all</source>
            <translation>全选(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Find contacts</source>
            <translation>查找联系人(&amp;F)</translation>
        </message>
        <message>
            <source>C&amp;lear all filters</source>
            <translation>清除所有筛选(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Copy contact as text</source>
            <translation>复制联系人文本(&amp;C)</translation>
        </message>
        <message>
            <source>Copy &amp;phone number</source>
            <translation>复制电话号码(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;All contacts</source>
            <translation>全部联系人(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Mine</source>
            <translation>我负责的(&amp;M)</translation>
        </message>
        <message>
            <source>S&amp;hared with me</source>
            <translation>共享给我的(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;No label</source>
            <translation>无标签(&amp;N)</translation>
        </message>
        <message>
            <source>Recently v&amp;iewed</source>
            <translation>最近查看(&amp;I)</translation>
        </message>
        <message>
            <source>Ne&amp;w and changed</source>
            <translation>新增和更改(&amp;W)</translation>
        </message>
        <message>
            <source>Clear recentl&amp;y viewed</source>
            <translation>清除最近查看(&amp;Y)</translation>
        </message>
        <message>
            <source>&amp;Sidebar</source>
            <translation>侧栏(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Details</source>
            <translation>详情(&amp;D)</translation>
        </message>
        <message>
            <source>Com&amp;pact rows</source>
            <translation>紧凑行距(&amp;P)</translation>
        </message>
        <message>
            <source>Ne&amp;xt pane</source>
            <translation>下一个窗格(&amp;X)</translation>
        </message>
        <message>
            <source>Pre&amp;vious pane</source>
            <translation>上一个窗格(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Refresh</source>
            <translation>刷新(&amp;R)</translation>
        </message>
        <message>
            <source>S&amp;top loading</source>
            <translation>停止加载(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Show details</source>
            <translation>显示详情(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Edit…</source>
            <translation>编辑(&amp;E)…</translation>
        </message>
        <message>
            <source>&amp;Delete…</source>
            <translation>删除(&amp;D)…</translation>
        </message>
        <message>
            <source>C&amp;all</source>
            <translation>拨打电话(&amp;A)</translation>
        </message>
        <message>
            <source>Write an e-&amp;mail</source>
            <translation>写邮件(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Report a problem…</source>
            <translation>报告问题(&amp;R)…</translation>
        </message>
        <message>
            <source>&amp;About this program</source>
            <translation>关于本程序(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>查看(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Contact</source>
            <translation>联系人(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <source>{title}. {text}</source>
            <translation>{title}。{text}</translation>
        </message>
        <message>
            <source>The message was copied. Paste it into a chat with your DingTalk administrator.</source>
            <translation>消息已复制，可粘贴到与钉钉管理员的聊天中。</translation>
        </message>
        <message>
            <source>The details were copied.</source>
            <translation>详细信息已复制。</translation>
        </message>
        <message>
            <source>{title}. Continues in {time}.</source>
            <translation>{title}，{time} 后自动继续。</translation>
        </message>
        <message>
            <source>{title}. Tries again in {time}.</source>
            <translation>{title}，{time} 后自动重试。</translation>
        </message>
        <message>
            <source>Continuing now.</source>
            <translation>现在继续。</translation>
        </message>
        <message>
            <source>&amp;Copy message</source>
            <translation>复制消息(&amp;C)</translation>
        </message>
        <message>
            <source>Copy message for the administrator</source>
            <translation>复制发给管理员的消息</translation>
        </message>
        <message>
            <source>De&amp;tails</source>
            <translation>详细信息(&amp;T)</translation>
        </message>
        <message>
            <source>Copy for &amp;support</source>
            <translation>复制以供支持(&amp;S)</translation>
        </message>
        <message>
            <source>Message for the administrator</source>
            <translation>发给管理员的消息</translation>
        </message>
    </context>
    <context>
        <name>BookNews</name>
        <message>
            <source>Marked as seen</source>
            <translation>已标为看过</translation>
        </message>
        <message>
            <source>Checked: nothing has changed</source>
            <translation>已检查，没有变化</translation>
        </message>
    </context>
    <context>
        <name>BookPage</name>
        <message>
            <source>Col&amp;umns</source>
            <translation>列(&amp;U)</translation>
        </message>
    </context>
    <context>
        <name>BookStates</name>
        <message>
            <source>{result}. {more}</source>
            <translation>{result}。{more}</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>Show all contacts</source>
            <translation>显示全部联系人</translation>
        </message>
        <message>
            <source>Only a part of the book could be loaded. The message above says what is in the way.</source>
            <translation>只加载了通讯录的一部分，原因请看上方的提示。</translation>
        </message>
        <message>
            <source>The book is not yet loaded completely; whoever is missing may still come.</source>
            <translation>通讯录尚未加载完，没找到的人可能还会出现。</translation>
        </message>
        <message>
            <source>Nothing is loaded yet</source>
            <translation>尚未加载任何内容</translation>
        </message>
        <message>
            <source>No contact fits all the filters that are set.</source>
            <translation>没有联系人符合当前的全部筛选条件。</translation>
        </message>
        <message>
            <source>No one matches the filters</source>
            <translation>没有人符合筛选条件</translation>
        </message>
        <message>
            <source>You do not own any contacts</source>
            <translation>没有由你负责的联系人</translation>
        </message>
        <message>
            <source>No contacts are shared with you</source>
            <translation>没有共享给你的联系人</translation>
        </message>
        <message>
            <source>Every contact has a label</source>
            <translation>每位联系人都有标签</translation>
        </message>
        <message>
            <source>No recently viewed contacts</source>
            <translation>没有最近查看的联系人</translation>
        </message>
        <message>
            <source>Nobody is new or changed since you looked</source>
            <translation>上次查看后没有新增或更改的联系人</translation>
        </message>
        <message>
            <source>None of your contacts is loaded yet</source>
            <translation>你的联系人都还没有加载</translation>
        </message>
        <message>
            <source>None of the contacts shared with you is loaded yet</source>
            <translation>共享给你的联系人都还没有加载</translation>
        </message>
        <message>
            <source>No contact without a label is loaded yet</source>
            <translation>还没有加载到无标签的联系人</translation>
        </message>
        <message>
            <source>Nobody is new or changed so far</source>
            <translation>目前没有新增或更改的联系人</translation>
        </message>
        <message>
            <source>The contacts you look at are listed here, the last one first.</source>
            <translation>你查看过的联系人会列在这里，最近的排在最前。</translation>
        </message>
        <message>
            <source>Contacts that are added in DingTalk appear here.</source>
            <translation>在钉钉中添加的联系人会显示在这里。</translation>
        </message>
        <message>
            <source>New contact…</source>
            <translation>新建联系人…</translation>
        </message>
        <message>
            <source>No contacts yet</source>
            <translation>还没有联系人</translation>
        </message>
        <message>
            <source>Search all contacts</source>
            <translation>在全部联系人中搜索</translation>
        </message>
        <message>
            <source>Clear search</source>
            <translation>清除搜索</translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) match but are hidden by the filters.</source>
            <translation>
                <numerusform>有 %Ln 位符合，但被筛选条件隐藏。</numerusform>
            </translation>
        </message>
        <message>
            <source>Check the spelling, or type less: a part of the name, pinyin or a few digits will do.</source>
            <translation>检查拼写，或少输入一些：姓名的一部分、拼音或几位数字即可。</translation>
        </message>
        <message>
            <source>No one matches “{text}”</source>
            <translation>没有人匹配“{text}”</translation>
        </message>
        <message>
            <source>Find “{text}”</source>
            <translation>查找“{text}”</translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) match “{text}” alone.</source>
            <translation>
                <numerusform>单独查找“{text}”可找到 %Ln 位。</numerusform>
            </translation>
        </message>
        <message>
            <source>The message above says what is in the way.</source>
            <translation>原因请看上方的提示。</translation>
        </message>
        <message>
            <source>As soon as DingTalk can be reached, the first contacts appear here.</source>
            <translation>连上钉钉后，联系人会显示在这里。</translation>
        </message>
        <message>
            <source>Loading was stopped. “Resume” at the bottom goes on with it.</source>
            <translation>加载已停止，点击底部的“继续”可接着加载。</translation>
        </message>
        <message>
            <source>As soon as DingTalk answers, the first contacts appear here.</source>
            <translation>钉钉答复之后，第一批联系人会显示在这里。</translation>
        </message>
        <message>
            <source>Open the settings</source>
            <translation>打开设置</translation>
        </message>
        <message>
            <source>DingTalk is asked who has your mobile number.</source>
            <translation>正在向钉钉查询你的手机号属于谁。</translation>
        </message>
        <message>
            <source>Finding out who you are</source>
            <translation>正在确认你是谁</translation>
        </message>
        <message>
            <source>The program could not find out who has your mobile number. The settings tell more.</source>
            <translation>本程序未能查出你的手机号属于谁，详情见设置。</translation>
        </message>
        <message>
            <source>Tell your own mobile number in the settings, and the contacts that are yours appear here.</source>
            <translation>在设置中填写你的手机号，这里就会显示你的联系人。</translation>
        </message>
        <message>
            <source>It is not known who you are</source>
            <translation>还不知道你是谁</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Close this message</source>
            <translation>关闭此消息</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>重新检查</translation>
        </message>
        <message>
            <source>Enter key and secret again…</source>
            <translation>重新输入密钥…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>You see the contacts that are on this computer.</source>
            <translation>现在显示的是这台电脑上的联系人。</translation>
        </message>
        <message>
            <source>You are offline</source>
            <translation>你已离线</translation>
        </message>
        <message>
            <source>Show unfinished work</source>
            <translation>查看未完成的工作</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>显示</translation>
        </message>
    </context>
    <context>
        <name>BookStrip</name>
        <message>
            <source>Connect your organisation</source>
            <translation>连接你的组织</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>为什么？</translation>
        </message>
        <message>
            <source>Why contacts cannot be changed</source>
            <translation>为什么不能修改联系人</translation>
        </message>
        <message>
            <source>Sample book: nothing reaches DingTalk</source>
            <translation>示例通讯录：不会向钉钉发送任何内容</translation>
        </message>
        <message>
            <source>Read-only: opened with the token of another provider's app, for this time only</source>
            <translation>只读：使用第三方应用的访问凭证打开，仅限本次</translation>
        </message>
        <message>
            <source>Read-only: the app has no permission to change contacts</source>
            <translation>只读：应用没有修改联系人的权限</translation>
        </message>
        <message>
            <source>Read-only: what you write could not be kept safe on this computer</source>
            <translation>只读：你填写的内容无法在这台电脑上安全保存</translation>
        </message>
        <message>
            <source>For this time only: nothing is kept on this computer</source>
            <translation>仅限本次：这台电脑上不保留任何内容</translation>
        </message>
    </context>
    <context>
        <name>BookWriting</name>
        <message>
            <source>The chosen contacts are being read.</source>
            <translation>正在读取所选的联系人。</translation>
        </message>
    </context>
    <context>
        <name>Card</name>
        <message>
            <source>Phone: {phone}</source>
            <translation>电话：{phone}</translation>
        </message>
        <message>
            <source>E-mail: {email}</source>
            <translation>邮箱：{email}</translation>
        </message>
        <message>
            <source>Address: {address}</source>
            <translation>地址：{address}</translation>
        </message>
        <message>
            <source>Labels: {labels}</source>
            <translation>标签：{labels}</translation>
        </message>
    </context>
    <context>
        <name>Check</name>
        <message>
            <source>Works</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>Attention</source>
            <translation>注意</translation>
        </message>
        <message>
            <source>Does not work</source>
            <translation>不可用</translation>
        </message>
        <message>
            <source>Not tried</source>
            <translation>未测试</translation>
        </message>
        <message>
            <source>To know</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Ask for {permissions}.</source>
            <translation>可向管理员要求开通{permissions}。</translation>
        </message>
        <message>
            <source>Labels cannot be read</source>
            <translation>无法读取标签</translation>
        </message>
        <message>
            <source>{reason}.</source>
            <translation>{reason}。</translation>
        </message>
        <message>
            <source>Contacts cannot be read</source>
            <translation>无法读取联系人</translation>
        </message>
        <message>
            <source>The app lacks a permission in DingTalk.</source>
            <translation>应用在钉钉中缺少一项权限。</translation>
        </message>
        <message>
            <source>You cannot be found by your mobile number</source>
            <translation>无法通过手机号找到你</translation>
        </message>
        <message>
            <source>The program cannot tell which contacts are yours.</source>
            <translation>本程序无法判断哪些联系人是你负责的。</translation>
        </message>
        <message>
            <source>Names of colleagues are hidden for now</source>
            <translation>暂时看不到同事的姓名</translation>
        </message>
        <message>
            <source>Owners will show as numbers.</source>
            <translation>负责人将显示为编号。</translation>
        </message>
        <message>
            <source>Names of departments are hidden for now</source>
            <translation>暂时看不到部门名称</translation>
        </message>
        <message>
            <source>Departments will show as numbers.</source>
            <translation>部门将显示为编号。</translation>
        </message>
        <message>
            <source>The access token is used as it is</source>
            <translation>按原样使用访问凭证</translation>
        </message>
        <message>
            <source>It is kept for this run only, and cannot be renewed when it ends.</source>
            <translation>仅用于本次运行，到期后无法续期。</translation>
        </message>
        <message>
            <source>Signed in to DingTalk</source>
            <translation>已登录钉钉</translation>
        </message>
        <message>
            <source>Region, App key and App secret fit together.</source>
            <translation>服务器区域、AppKey 和 AppSecret 相符。</translation>
        </message>
        <message>
            <source>Contacts can be read</source>
            <translation>可以读取联系人</translation>
        </message>
        <message>
            <source>There are none yet in your organisation.</source>
            <translation>你的组织还没有外部联系人。</translation>
        </message>
        <message numerus="yes">
            <source>The first page of %n contact(s) arrived in {seconds} seconds.</source>
            <translation>
                <numerusform>第一页 %n 位联系人用时 {seconds} 秒。</numerusform>
            </translation>
        </message>
        <message>
            <source>DingTalk shares no phone numbers with this app.</source>
            <translation>钉钉不向此应用提供电话号码。</translation>
        </message>
        <message>
            <source>Contacts can be read, but without phone numbers</source>
            <translation>可以读取联系人，但不含电话号码</translation>
        </message>
        <message>
            <source>Contacts can be read, phone numbers included</source>
            <translation>可以读取联系人，包括电话号码</translation>
        </message>
        <message>
            <source>Groups of labels: {groups}. Labels: {labels}.</source>
            <translation>标签组：{groups} 个，标签：{labels} 个。</translation>
        </message>
        <message>
            <source>Labels can be read</source>
            <translation>可以读取标签</translation>
        </message>
        <message>
            <source>You were found by your mobile number</source>
            <translation>已通过手机号找到你</translation>
        </message>
        <message>
            <source>The program can tell which contacts are yours.</source>
            <translation>本程序可以判断哪些联系人是你负责的。</translation>
        </message>
        <message>
            <source>You were not looked up</source>
            <translation>没有查找你的身份</translation>
        </message>
        <message>
            <source>With your mobile number the program can tell which contacts are yours.</source>
            <translation>填写手机号后，本程序就能判断哪些联系人是你负责的。</translation>
        </message>
        <message>
            <source>Names of colleagues can be read</source>
            <translation>可以读取同事姓名</translation>
        </message>
        <message>
            <source>Owners will show by name.</source>
            <translation>负责人将显示姓名。</translation>
        </message>
        <message>
            <source>The topmost one is “{name}”.</source>
            <translation>最上级部门是“{name}”。</translation>
        </message>
        <message>
            <source>Sharing will show by name.</source>
            <translation>共享范围将显示名称。</translation>
        </message>
        <message>
            <source>Names of departments can be read</source>
            <translation>可以读取部门名称</translation>
        </message>
        <message>
            <source>Contacts can be read, not changed</source>
            <translation>联系人只能查看，不能修改</translation>
        </message>
        <message>
            <source>DingTalk does not let this kind of app change them.</source>
            <translation>钉钉不允许这类应用修改联系人。</translation>
        </message>
        <message>
            <source>Changing contacts has not been tried</source>
            <translation>尚未测试修改联系人</translation>
        </message>
        <message>
            <source>A test would have to write something into your organisation's contacts.</source>
            <translation>测试需要向组织的联系人中写入内容，因此没有进行。</translation>
        </message>
        <message>
            <source>Contacts, labels and names were not tried</source>
            <translation>尚未测试联系人、标签和姓名</translation>
        </message>
        <message>
            <source>They are tried once what stands above works.</source>
            <translation>上面的问题解决后再测试。</translation>
        </message>
        <message>
            <source>Hello, our address book program lacks permissions in DingTalk. Please open the DingTalk developer console, choose the internal app of this program and switch on: {permissions}. No other change is needed. Thank you.</source>
            <translation>你好，我们的通讯录程序缺少钉钉权限。请打开钉钉开发者后台，选择本程序使用的企业内部应用，开通：{permissions}。无需其他改动，谢谢。</translation>
        </message>
    </context>
    <context>
        <name>CheckView</name>
        <message>
            <source>Asking DingTalk…</source>
            <translation>正在询问钉钉…</translation>
        </message>
    </context>
    <context>
        <name>ChoiceRow</name>
        <message>
            <source>Before</source>
            <translation>原来的</translation>
        </message>
        <message>
            <source>Before: {value}</source>
            <translation>原来的：{value}</translation>
        </message>
    </context>
    <context>
        <name>ColumnView</name>
        <message>
            <source>Default columns</source>
            <translation>默认列</translation>
        </message>
    </context>
    <context>
        <name>Columns</name>
        <message>
            <source>Recently changed here</source>
            <translation>最近在此更改</translation>
        </message>
        <message>
            <source>Recently viewed</source>
            <translation>最近查看</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>公司</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Company and title</source>
            <translation>公司和职位</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Alias</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>职位</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>Click to sort, drag to move</source>
            <translation>点击排序，拖动移动</translation>
        </message>
    </context>
    <context>
        <name>Conflict</name>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>（空）</translation>
        </message>
        <message>
            <source>Yours, not saved yet</source>
            <translation>你的版本，尚未保存</translation>
        </message>
        <message>
            <source>Colleague’s, in DingTalk now</source>
            <translation>同事的版本，钉钉中现有的</translation>
        </message>
        <message>
            <source>{title}: {value}</source>
            <translation>{title}：{value}</translation>
        </message>
        <message>
            <source>This contact was changed by a colleague while you were editing</source>
            <translation>你编辑时，同事修改了这位联系人</translation>
        </message>
        <message>
            <source>{name} was changed by a colleague while you were editing</source>
            <translation>你编辑时，同事修改了“{name}”</translation>
        </message>
        <message numerus="yes">
            <source>%n field(s) changed on both sides. Pick one value for each; nothing is saved until you choose.</source>
            <translation>
                <numerusform>有 %n 项双方都改了。请逐项选择一个值；选定之前不会保存任何内容。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n field(s) cannot be joined without you. Pick one value for each; nothing is saved until you choose.</source>
            <translation>
                <numerusform>有 %n 项无法自动合并，需要你来决定。请逐项选择一个值；选定之前不会保存任何内容。</numerusform>
            </translation>
        </message>
        <message>
            <source>Yours</source>
            <translation>你的</translation>
        </message>
        <message>
            <source>Colleague’s</source>
            <translation>同事的</translation>
        </message>
        <message>
            <source>when you opened it, {time}</source>
            <translation>你打开时，{time}</translation>
        </message>
        <message>
            <source>not saved yet</source>
            <translation>尚未保存</translation>
        </message>
        <message>
            <source>in DingTalk now, {time}</source>
            <translation>钉钉中现有的，{time}</translation>
        </message>
        <message numerus="yes">
            <source>Together they would be more than %n.</source>
            <translation>
                <numerusform>合在一起会超过 %n 个。</numerusform>
            </translation>
        </message>
        <message>
            <source>Together no label would be left.</source>
            <translation>合在一起就一个标签也不剩了。</translation>
        </message>
        <message numerus="yes">
            <source>Cannot be chosen: DingTalk takes at most %n.</source>
            <translation>
                <numerusform>无法选择：钉钉最多接受 %n 个。</numerusform>
            </translation>
        </message>
        <message>
            <source>Cannot be chosen: a contact needs at least one label.</source>
            <translation>无法选择：联系人至少需要一个标签。</translation>
        </message>
        <message>
            <source>{title}, yours: {value}</source>
            <translation>{title}，你的：{value}</translation>
        </message>
        <message>
            <source>{title}, your colleague’s: {value}</source>
            <translation>{title}，同事的：{value}</translation>
        </message>
        <message>
            <source>from both of you</source>
            <translation>你和同事都改了</translation>
        </message>
        <message>
            <source>from you</source>
            <translation>你改的</translation>
        </message>
        <message>
            <source>from your colleague</source>
            <translation>同事改的</translation>
        </message>
    </context>
    <context>
        <name>ConflictDialog</name>
        <message>
            <source>Choose what to save</source>
            <translation>选择要保存的内容</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>原来的</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Saved as well: changes that do not overlap are joined without asking</source>
            <translation>以下改动互不冲突，保存时会一并合并，无需选择</translation>
        </message>
        <message>
            <source>DingTalk does not say who made the change.</source>
            <translation>钉钉不提供修改者的信息。</translation>
        </message>
        <message>
            <source>&amp;Copy both versions</source>
            <translation>复制两个版本(&amp;C)</translation>
        </message>
        <message>
            <source>Take all of co&amp;lleague’s</source>
            <translation>全部用同事的(&amp;L)</translation>
        </message>
        <message>
            <source>Take all of &amp;mine</source>
            <translation>全部用我的(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Back to editing</source>
            <translation>返回编辑(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Save these choices</source>
            <translation>保存所选内容(&amp;S)</translation>
        </message>
        <message>
            <source>All of yours are chosen.</source>
            <translation>已全部选用你的。</translation>
        </message>
        <message>
            <source>All of your colleague’s are chosen.</source>
            <translation>已全部选用同事的。</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
        <message>
            <source>Choose one of the values.</source>
            <translation>请选择其中一个值。</translation>
        </message>
        <message numerus="yes">
            <source>Still to be chosen: %n field(s).</source>
            <translation>
                <numerusform>还有 %n 项没有选择。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConnectFields</name>
        <message>
            <source>Enter the address of the server, beginning with https://.</source>
            <translation>输入服务器地址，以 https:// 开头。</translation>
        </message>
        <message>
            <source>The address must begin with https://, not with http://.</source>
            <translation>地址必须以 https:// 开头，不能是 http://。</translation>
        </message>
        <message>
            <source>Enter the Client ID (App key).</source>
            <translation>输入 Client ID（AppKey）。</translation>
        </message>
        <message>
            <source>Enter the Client Secret (App secret).</source>
            <translation>输入 Client Secret（AppSecret）。</translation>
        </message>
        <message>
            <source>Kept in this computer's password store, never in a file.</source>
            <translation>保存在这台电脑的密码库中，绝不写入文件。</translation>
        </message>
        <message>
            <source>Used for this time only, and kept nowhere.</source>
            <translation>仅用于本次，不会保存。</translation>
        </message>
        <message>
            <source>Server region</source>
            <translation>服务器区域</translation>
        </message>
        <message>
            <source>&amp;International</source>
            <translation>国际版(&amp;I)</translation>
        </message>
        <message>
            <source>Mainland C&amp;hina</source>
            <translation>中国大陆(&amp;H)</translation>
        </message>
        <message>
            <source>Othe&amp;r address</source>
            <translation>其他地址(&amp;R)</translation>
        </message>
        <message>
            <source>A&amp;ddress</source>
            <translation>地址(&amp;D)</translation>
        </message>
        <message>
            <source>Client &amp;ID (App key)</source>
            <translation>Client &amp;ID（AppKey）</translation>
        </message>
        <message>
            <source>Client &amp;Secret (App secret)</source>
            <translation>Client &amp;Secret（AppSecret）</translation>
        </message>
        <message>
            <source>Your &amp;mobile number</source>
            <translation>你的手机号(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Name for this book</source>
            <translation>通讯录名称(&amp;N)</translation>
        </message>
        <message>
            <source>Access to&amp;ken</source>
            <translation>访问凭证(&amp;K)</translation>
        </message>
        <message>
            <source>Server region: {region}</source>
            <translation>服务器区域：{region}</translation>
        </message>
        <message>
            <source>Optional: shows which contacts are yours</source>
            <translation>选填：用于显示你负责的联系人</translation>
        </message>
        <message>
            <source>Optional: your organisation's name</source>
            <translation>选填：组织名称</translation>
        </message>
        <message>
            <source>Ad&amp;vanced</source>
            <translation>高级(&amp;V)</translation>
        </message>
        <message>
            <source>For organisations whose app comes from another company. The token is used instead of key and secret, for this run only, and contacts can be read but not changed.</source>
            <translation>适用于使用第三方应用的组织。用访问凭证代替 AppKey 和 AppSecret，仅限本次运行；联系人只能查看，不能修改。</translation>
        </message>
    </context>
    <context>
        <name>ContactForm</name>
        <message>
            <source>Edit {name}</source>
            <translation>编辑“{name}”</translation>
        </message>
        <message>
            <source>New contact</source>
            <translation>新建联系人</translation>
        </message>
    </context>
    <context>
        <name>ContactTable</name>
        <message>
            <source>Loading</source>
            <translation>正在加载</translation>
        </message>
        <message>
            <source>Found by {field}</source>
            <translation>匹配{field}</translation>
        </message>
        <message>
            <source>Could not be read</source>
            <translation>无法读取</translation>
        </message>
        <message>
            <source>Not confirmed yet</source>
            <translation>尚未确认</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>已更改</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Changed: {fields}</source>
            <translation>已更改：{fields}</translation>
        </message>
        <message>
            <source>Not shared by DingTalk</source>
            <translation>钉钉未提供</translation>
        </message>
    </context>
    <context>
        <name>ContactView</name>
        <message>
            <source>Contacts</source>
            <translation>联系人</translation>
        </message>
    </context>
    <context>
        <name>CountryButton</name>
        <message>
            <source>Country</source>
            <translation>国家/地区</translation>
        </message>
        <message>
            <source>Country of the number: not chosen</source>
            <translation>号码所属国家或地区：未选择</translation>
        </message>
        <message>
            <source>Country of the number: +{code}</source>
            <translation>号码所属国家或地区：+{code}</translation>
        </message>
        <message>
            <source>Country of the number: {country}, +{code}</source>
            <translation>号码所属国家或地区：{country}，+{code}</translation>
        </message>
    </context>
    <context>
        <name>CountryPopup</name>
        <message>
            <source>Usual in this book</source>
            <translation>本通讯录常用</translation>
        </message>
        <message>
            <source>All countries and regions</source>
            <translation>所有国家和地区</translation>
        </message>
        <message>
            <source>No country matches “{text}”.</source>
            <translation>没有国家或地区匹配“{text}”。</translation>
        </message>
        <message>
            <source>The countries are being read…</source>
            <translation>正在读取国家和地区…</translation>
        </message>
        <message>
            <source>Choose the country of the number</source>
            <translation>选择号码所属国家或地区</translation>
        </message>
        <message>
            <source>Find by name or code</source>
            <translation>按名称或区号查找</translation>
        </message>
        <message>
            <source>Find a country by name or dialling code</source>
            <translation>按名称或区号查找国家或地区</translation>
        </message>
        <message>
            <source>Countries and regions</source>
            <translation>国家和地区</translation>
        </message>
        <message>
            <source>{country}, +{code}</source>
            <translation>{country}，+{code}</translation>
        </message>
    </context>
    <context>
        <name>DeleteDialog</name>
        <message>
            <source>Delete {name}?</source>
            <translation>删除“{name}”？</translation>
        </message>
        <message numerus="yes">
            <source>Delete %Ln contact(s)?</source>
            <translation>
                <numerusform>删除 %Ln 位联系人？</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Keep</source>
            <translation>保留(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation>删除(&amp;D)</translation>
        </message>
        <message>
            <source> · </source>
            <translation> · </translation>
        </message>
        <message>
            <source>The contact is deleted in DingTalk, for everybody in your organisation. You can undo this until you quit the program; to DingTalk it is a new contact then.</source>
            <translation>联系人将从钉钉中删除，企业内所有人都不再看到。退出程序之前可以撤销；撤销后，对钉钉来说这是一位新联系人。</translation>
        </message>
        <message>
            <source>The contacts are deleted in DingTalk, for everybody in your organisation. You can undo this until you quit the program; to DingTalk they are new contacts then.</source>
            <translation>这些联系人将从钉钉中删除，企业内所有人都不再看到。退出程序之前可以撤销；撤销后，对钉钉来说他们是新联系人。</translation>
        </message>
        <message numerus="yes">
            <source>Undo cannot bring back %Ln e-mail address(es): DingTalk takes none from a program.</source>
            <translation>
                <numerusform>撤销无法恢复 %Ln 个邮箱：钉钉不接受程序填写的邮箱。</numerusform>
            </translation>
        </message>
        <message>
            <source>E-mail addresses</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>&amp;Copy e-mail addresses</source>
            <translation>复制邮箱(&amp;C)</translation>
        </message>
        <message numerus="yes">
            <source>%Ln more, which are copied with these</source>
            <translation>
                <numerusform>还有 %Ln 个，会一并复制</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not to be deleted: %Ln more contact(s) that you chose. This program could not read them, and deletes nobody whom it cannot name.</source>
            <translation>
                <numerusform>另有 %Ln 位所选联系人不会被删除：本程序无法读取其信息，而无法指明姓名的联系人不会被删除。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) could come back as drafts only: they lack what DingTalk asks of a new contact, such as a phone number, a label or an owner.</source>
            <translation>
                <numerusform>有 %Ln 位联系人只能作为草稿恢复：缺少钉钉对新联系人的必填内容，例如电话号码、标签或负责人。</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;To delete so many, type their number, {number}:</source>
            <translation>要删除这么多联系人，请输入数量 {number}(&amp;T)：</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
        <message>
            <source>This is not the number of contacts that you chose. Nothing was deleted.</source>
            <translation>输入的不是你所选联系人的数量，未删除任何联系人。</translation>
        </message>
    </context>
    <context>
        <name>DeleteFlow</name>
        <message>
            <source>&amp;Undo delete: {names}</source>
            <translation>撤销删除：{names}(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Stop and close</source>
            <translation>停止并关闭(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Back to the book</source>
            <translation>返回通讯录(&amp;B)</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>Deleting</name>
        <message>
            <source>No name</source>
            <translation>未命名</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message numerus="yes">
            <source>{names} and %n more</source>
            <translation>
                <numerusform>{names}等另外 %n 位</numerusform>
            </translation>
        </message>
        <message>
            <source>{name}: {email}</source>
            <translation>{name}：{email}</translation>
        </message>
        <message>
            <source>Bringing back 1 contact</source>
            <translation>正在恢复 1 位联系人</translation>
        </message>
        <message>
            <source>Deleting 1 contact</source>
            <translation>正在删除 1 位联系人</translation>
        </message>
        <message>
            <source>Bringing back contacts: {done} of {total}</source>
            <translation>正在恢复联系人：{done} / {total}</translation>
        </message>
        <message>
            <source>Deleting contacts: {done} of {total}</source>
            <translation>正在删除联系人：{done} / {total}</translation>
        </message>
        <message>
            <source>Contacts are still being brought back</source>
            <translation>仍在恢复联系人</translation>
        </message>
        <message>
            <source>Contacts are still being deleted</source>
            <translation>仍在删除联系人</translation>
        </message>
        <message>
            <source>As soon as that is done, this closes by itself. If you stop it, the contacts that are not begun yet stay as they are.</source>
            <translation>完成后会自动关闭。如果停止，尚未开始处理的联系人保持原样。</translation>
        </message>
        <message>
            <source>Deleted {name}.</source>
            <translation>已删除“{name}”。</translation>
        </message>
        <message numerus="yes">
            <source>Deleted %Ln contact(s).</source>
            <translation>
                <numerusform>已删除 %Ln 位联系人。</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} had already been deleted in DingTalk.</source>
            <translation>“{name}”此前已在钉钉中删除。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) had already been deleted in DingTalk.</source>
            <translation>
                <numerusform>%Ln 位联系人此前已在钉钉中删除。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) were not deleted.</source>
            <translation>
                <numerusform>%Ln 位联系人未能删除。</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} is back, with a new id in DingTalk.</source>
            <translation>“{name}”已恢复，在钉钉中有了新的 ID。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) are back, with new ids in DingTalk.</source>
            <translation>
                <numerusform>%Ln 位联系人已恢复，在钉钉中有了新的 ID。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln e-mail address(es) could not be brought back.</source>
            <translation>
                <numerusform>%Ln 个邮箱未能恢复。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) had been added again by somebody else.</source>
            <translation>
                <numerusform>%Ln 位联系人已由他人重新添加。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) need your help: they are kept as drafts under Unfinished.</source>
            <translation>
                <numerusform>%Ln 位联系人需要你处理：已作为草稿保留在“未完成”中。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) can still be brought back.</source>
            <translation>
                <numerusform>还有 %Ln 位联系人可以恢复。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>DingTalk's answer was lost for %Ln contact(s): this is being checked.</source>
            <translation>
                <numerusform>没有收到钉钉对 %Ln 位联系人的答复，正在确认。</numerusform>
            </translation>
        </message>
        <message>
            <source>{names}: {reason}.</source>
            <translation>{names}：{reason}。</translation>
        </message>
    </context>
    <context>
        <name>DepartmentPicker</name>
        <message>
            <source>Share with departments</source>
            <translation>共享给部门</translation>
        </message>
        <message>
            <source>Name of a department</source>
            <translation>部门名称</translation>
        </message>
        <message>
            <source>Find a department by name</source>
            <translation>按名称查找部门</translation>
        </message>
        <message>
            <source>Departments</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Departments that were found</source>
            <translation>找到的部门</translation>
        </message>
        <message numerus="yes">
            <source>{department}: %Ln department(s)</source>
            <translation>
                <numerusform>{department}：%Ln 个下级部门</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln department(s) found</source>
            <translation>
                <numerusform>找到 %Ln 个部门</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln department(s) found among those that were read so far</source>
            <translation>
                <numerusform>在已读取的部门中找到 %Ln 个</numerusform>
            </translation>
        </message>
        <message>
            <source>Read all departments</source>
            <translation>读取所有部门</translation>
        </message>
        <message numerus="yes">
            <source>Reading all departments: %Ln so far</source>
            <translation>
                <numerusform>正在读取所有部门：已读取 %Ln 个</numerusform>
            </translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source> › </source>
            <translation> › </translation>
        </message>
        <message>
            <source>“{part}” belongs to “{whole}”, which is chosen too: that one alone is enough.</source>
            <translation>“{part}”属于“{whole}”，后者也已选中，只选“{whole}”就够了。</translation>
        </message>
        <message numerus="yes">
            <source>At most %n departments can be chosen. Take one off first.</source>
            <translation>
                <numerusform>最多可选 %n 个部门，请先取消一个。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DepartmentTree</name>
        <message>
            <source>Loading</source>
            <translation>正在加载</translation>
        </message>
    </context>
    <context>
        <name>DetailPane</name>
        <message>
            <source>Contact details</source>
            <translation>联系人详情</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Change what is known of this contact</source>
            <translation>修改这位联系人的资料</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy the contact as text</source>
            <translation>复制联系人文本</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>拨打</translation>
        </message>
        <message>
            <source>Call with this computer's phone program</source>
            <translation>用这台电脑的电话程序拨打</translation>
        </message>
        <message>
            <source>Mail</source>
            <translation>邮件</translation>
        </message>
        <message>
            <source>Write with this computer's mail program</source>
            <translation>用这台电脑的邮件程序写信</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Delete this contact in DingTalk</source>
            <translation>在钉钉中删除这位联系人</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Copy the phone number</source>
            <translation>复制电话号码</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>Copy the e-mail address</source>
            <translation>复制邮箱地址</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Copy the address</source>
            <translation>复制地址</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Not confirmed by DingTalk yet. It cannot be changed until then.</source>
            <translation>钉钉尚未确认，确认之前无法修改。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Pinyin</source>
            <translation>拼音</translation>
        </message>
        <message>
            <source>Alias</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Title and company</source>
            <translation>职位和公司</translation>
        </message>
        <message>
            <source>No name</source>
            <translation>无姓名</translation>
        </message>
        <message>
            <source>Could not be read</source>
            <translation>无法读取</translation>
        </message>
        <message>
            <source>DingTalk sent something for this contact that this program does not understand: {reason}</source>
            <translation>钉钉发来的这位联系人的资料，本程序无法识别：{reason}</translation>
        </message>
        <message>
            <source>{title} at {company}</source>
            <translation>{company} {title}</translation>
        </message>
        <message>
            <source>No program on this computer makes calls.</source>
            <translation>这台电脑上没有可以拨打电话的程序。</translation>
        </message>
        <message>
            <source>No program on this computer writes mail.</source>
            <translation>这台电脑上没有可以写邮件的程序。</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>返回列表</translation>
        </message>
        <message>
            <source>This contact is no longer in the book.</source>
            <translation>这位联系人已不在通讯录中。</translation>
        </message>
        <message>
            <source>Choose a contact to see all about it here.</source>
            <translation>选择一位联系人，在这里查看全部资料。</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Shared in DingTalk with nobody</source>
            <translation>在钉钉中未共享给任何人</translation>
        </message>
        <message>
            <source>Shared in DingTalk with</source>
            <translation>在钉钉中共享给</translation>
        </message>
        <message>
            <source>Colleagues</source>
            <translation>同事</translation>
        </message>
        <message>
            <source>Departments</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Contact id</source>
            <translation>联系人编号</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>无</translation>
        </message>
    </context>
    <context>
        <name>DuplicateHint</name>
        <message>
            <source>Open it</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Open {name}</source>
            <translation>打开{name}</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>还有 %n 位</numerusform>
            </translation>
        </message>
        <message>
            <source>{name}, {company}</source>
            <translation>{name}（{company}）</translation>
        </message>
        <message>
            <source>Being saved just now: {who}</source>
            <translation>正在保存：{who}</translation>
        </message>
        <message>
            <source>Already in the book: {who}</source>
            <translation>通讯录中已有：{who}</translation>
        </message>
        <message>
            <source>Same number, name and company.</source>
            <translation>号码、姓名和公司都相同。</translation>
        </message>
        <message>
            <source>Same number.</source>
            <translation>号码相同。</translation>
        </message>
        <message>
            <source>Same name and company.</source>
            <translation>姓名和公司相同。</translation>
        </message>
        <message>
            <source>{same} Owner: {owner}.</source>
            <translation>{same}负责人：{owner}。</translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>It is not certain whether DingTalk saved the change.</source>
            <translation>无法确定钉钉是否已保存这次更改。</translation>
        </message>
        <message>
            <source>Nothing was changed in DingTalk.</source>
            <translation>钉钉中的内容没有改变。</translation>
        </message>
        <message>
            <source>Contacts that are already here stay readable.</source>
            <translation>已加载的联系人仍可查看。</translation>
        </message>
        <message>
            <source>Your contacts are not affected.</source>
            <translation>你的联系人不受影响。</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>没有任何内容被改动。</translation>
        </message>
        <message>
            <source>“{name}” ({technical})</source>
            <translation>“{name}”（{technical}）</translation>
        </message>
        <message>
            <source>the missing permission</source>
            <translation>缺少的权限</translation>
        </message>
        <message>
            <source>{label}: {value}</source>
            <translation>{label}：{value}</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>代码</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>接口</translation>
        </message>
        <message>
            <source>Request number</source>
            <translation>请求编号</translation>
        </message>
        <message>
            <source>DingTalk's words</source>
            <translation>钉钉的原话</translation>
        </message>
        <message>
            <source>Missing permission</source>
            <translation>缺少的权限</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>程序</translation>
        </message>
        <message>
            <source>System</source>
            <translation>系统</translation>
        </message>
        <message>
            <source>Your contacts in DingTalk are not affected.</source>
            <translation>钉钉中的联系人不受影响。</translation>
        </message>
        <message>
            <source>The program tries again by itself.</source>
            <translation>本程序会自动重试。</translation>
        </message>
        <message>
            <source>DingTalk cannot be reached</source>
            <translation>无法连接钉钉</translation>
        </message>
        <message>
            <source>This computer seems to be offline, or the way to DingTalk is blocked.</source>
            <translation>这台电脑可能已离线，或者通往钉钉的网络被阻断。</translation>
        </message>
        <message>
            <source>Check the network and try again.</source>
            <translation>检查网络后再试。</translation>
        </message>
        <message>
            <source>Check the network. The program tries again by itself.</source>
            <translation>检查网络。本程序会自动重试。</translation>
        </message>
        <message>
            <source>DingTalk's server was not found</source>
            <translation>找不到钉钉服务器</translation>
        </message>
        <message>
            <source>This computer seems to be offline, or the address of the server is wrong.</source>
            <translation>这台电脑可能已离线，或者服务器地址有误。</translation>
        </message>
        <message>
            <source>Check the network and, if you typed an address, its spelling.</source>
            <translation>检查网络；如果地址是手工输入的，再核对一遍拼写。</translation>
        </message>
        <message>
            <source>DingTalk did not answer in time</source>
            <translation>钉钉没有及时回应</translation>
        </message>
        <message>
            <source>The network is slow, or DingTalk is busy.</source>
            <translation>网络较慢，或者钉钉正忙。</translation>
        </message>
        <message>
            <source>Wait a moment and try again.</source>
            <translation>稍等片刻再试。</translation>
        </message>
        <message>
            <source>The connection to DingTalk broke off</source>
            <translation>与钉钉的连接中断了</translation>
        </message>
        <message>
            <source>The network was interrupted before the whole answer was here.</source>
            <translation>答复尚未收完，网络就断开了。</translation>
        </message>
        <message>
            <source>The connection to DingTalk is not secure</source>
            <translation>与钉钉的连接不安全</translation>
        </message>
        <message>
            <source>The server's certificate is not trusted by this computer, so nothing was sent over it.</source>
            <translation>这台电脑不信任服务器的证书，因此没有通过该连接发送任何内容。</translation>
        </message>
        <message>
            <source>Check this computer's date and time. In an office network, ask the people who look after it about the certificate of its proxy.</source>
            <translation>检查这台电脑的日期和时间。如果在办公网络中，可向网络管理人员询问代理的证书。</translation>
        </message>
        <message>
            <source>The network's proxy does not let the program through</source>
            <translation>网络代理不放行本程序</translation>
        </message>
        <message>
            <source>Your network sends programs through a proxy, and the proxy refused.</source>
            <translation>你的网络要求程序经过代理，而代理拒绝了。</translation>
        </message>
        <message>
            <source>Check the proxy in this computer's network settings, or ask the people who look after it.</source>
            <translation>检查这台电脑网络设置中的代理，或询问网络管理人员。</translation>
        </message>
        <message>
            <source>A web page answered in place of DingTalk</source>
            <translation>答复的是一个网页，而不是钉钉</translation>
        </message>
        <message>
            <source>This is often the sign-in page of a guest network, or a page of the office's proxy.</source>
            <translation>这通常是访客网络的登录页，或办公网络代理的页面。</translation>
        </message>
        <message>
            <source>Open any page in the browser, sign in to the network, and try again.</source>
            <translation>用浏览器打开任意网页并登录网络，然后再试。</translation>
        </message>
        <message>
            <source>Open any page in the browser and sign in to the network. The program tries again by itself.</source>
            <translation>用浏览器打开任意网页并登录网络。本程序会自动重试。</translation>
        </message>
        <message>
            <source>DingTalk's answer arrived damaged</source>
            <translation>钉钉的答复在途中损坏</translation>
        </message>
        <message>
            <source>It was cut off or changed on its way.</source>
            <translation>答复被截断，或在途中被改动。</translation>
        </message>
        <message>
            <source>Try again. If it stays like this, try another network.</source>
            <translation>再试一次。如果仍然如此，换一个网络。</translation>
        </message>
        <message>
            <source>The program tries again by itself. If it stays like this, try another network.</source>
            <translation>本程序会自动重试。如果仍然如此，换一个网络。</translation>
        </message>
        <message>
            <source>DingTalk answered in a way this program does not know</source>
            <translation>钉钉的答复本程序无法识别</translation>
        </message>
        <message>
            <source>DingTalk may have changed, or another program answered in its place.</source>
            <translation>钉钉可能有了变化，或者是其他程序代为答复。</translation>
        </message>
        <message>
            <source>Try again. If it stays like this, look for a newer version.</source>
            <translation>再试一次。如果仍然如此，看看有没有新版本。</translation>
        </message>
        <message>
            <source>The program tries again by itself. If it stays like this, look for a newer version.</source>
            <translation>本程序会自动重试。如果仍然如此，看看有没有新版本。</translation>
        </message>
        <message>
            <source>The server refused in a way DingTalk does not</source>
            <translation>服务器的拒绝方式与钉钉不同</translation>
        </message>
        <message>
            <source>A proxy or another program may have answered in place of DingTalk.</source>
            <translation>可能是代理或其他程序代替钉钉答复。</translation>
        </message>
        <message>
            <source>Check the server region or the address, then try again.</source>
            <translation>检查服务器区域或地址，然后再试。</translation>
        </message>
        <message>
            <source>The answer was far larger than DingTalk's answers are</source>
            <translation>答复远远大于钉钉的正常答复</translation>
        </message>
        <message>
            <source>It was not read to its end, to protect this computer.</source>
            <translation>为保护这台电脑，没有把它读完。</translation>
        </message>
        <message>
            <source>Something tried to send the program to another server</source>
            <translation>有程序想把连接转到别的服务器</translation>
        </message>
        <message>
            <source>DingTalk does not do that, so the program did not follow.</source>
            <translation>钉钉不会这样做，因此本程序没有跟随。</translation>
        </message>
        <message>
            <source>Sign in to your network in the browser, check the server region or the address, and try again.</source>
            <translation>用浏览器登录网络，检查服务器区域或地址，然后再试。</translation>
        </message>
        <message>
            <source>Sign in to your network in the browser. The program tries again by itself.</source>
            <translation>用浏览器登录网络。本程序会自动重试。</translation>
        </message>
        <message>
            <source>DingTalk has blocked this network for some minutes</source>
            <translation>钉钉暂时封锁了这个网络（约几分钟）</translation>
        </message>
        <message>
            <source>Too many calls came from it within seconds, from all programs together.</source>
            <translation>几秒之内，这个网络中的所有程序合计调用太多。</translation>
        </message>
        <message>
            <source>Wait about five minutes and try again.</source>
            <translation>等待约五分钟再试。</translation>
        </message>
        <message>
            <source>Wait about five minutes. The program continues by itself.</source>
            <translation>等待约五分钟，本程序会自动继续。</translation>
        </message>
        <message>
            <source>The computer's password store did not work</source>
            <translation>电脑的密码库没有正常工作</translation>
        </message>
        <message>
            <source>App key and App secret are kept nowhere else.</source>
            <translation>AppKey 和 AppSecret 只保存在密码库中。</translation>
        </message>
        <message>
            <source>Try again, or sign out of the computer and in again. You can also go on for this time only.</source>
            <translation>再试一次，或者注销电脑后重新登录。也可以仅本次继续使用。</translation>
        </message>
        <message>
            <source>This computer has no password store</source>
            <translation>这台电脑没有密码库</translation>
        </message>
        <message>
            <source>App key and App secret are kept in a password store or not at all, never in a file.</source>
            <translation>AppKey 和 AppSecret 只保存在密码库中，绝不写入文件。</translation>
        </message>
        <message>
            <source>You can go on for this time only: you enter them again next time, and no contacts are kept here.</source>
            <translation>可以仅本次继续使用：下次需要重新输入，联系人也不会留在这台电脑上。</translation>
        </message>
        <message>
            <source>The computer's password store is locked</source>
            <translation>电脑的密码库已锁定</translation>
        </message>
        <message>
            <source>The program needs it to open your contacts and to sign in to DingTalk.</source>
            <translation>本程序需要它来打开联系人并登录钉钉。</translation>
        </message>
        <message>
            <source>Unlock it and try again, or go on for this time only.</source>
            <translation>解锁后再试，或者仅本次继续使用。</translation>
        </message>
        <message>
            <source>The computer's password store refused this program</source>
            <translation>电脑的密码库拒绝了本程序</translation>
        </message>
        <message>
            <source>The question was answered with no, or a rule of this computer forbids it.</source>
            <translation>有人在询问时选择了拒绝，或者这台电脑的规则不允许。</translation>
        </message>
        <message>
            <source>Try again and allow it, or go on for this time only.</source>
            <translation>再试一次并选择允许，或者仅本次继续使用。</translation>
        </message>
        <message>
            <source>The entry in the computer's password store cannot be read</source>
            <translation>无法读取密码库中的条目</translation>
        </message>
        <message>
            <source>Another program may have changed it.</source>
            <translation>可能被其他程序改动过。</translation>
        </message>
        <message>
            <source>Connect your organisation anew; your administrator has what is needed.</source>
            <translation>重新连接你的组织；管理员有所需的信息。</translation>
        </message>
        <message>
            <source>The password store no longer holds what this book needs</source>
            <translation>密码库中已没有打开这份通讯录所需的内容</translation>
        </message>
        <message>
            <source>The entry was removed, or another person is signed in to this computer.</source>
            <translation>条目已被删除，或者登录这台电脑的是另一个人。</translation>
        </message>
        <message>
            <source>The copy of the contacts on this computer did not work</source>
            <translation>这台电脑上的联系人副本出了问题</translation>
        </message>
        <message>
            <source>It could not be read or written.</source>
            <translation>副本无法读取或写入。</translation>
        </message>
        <message>
            <source>Try again. If it stays like this, restart the computer.</source>
            <translation>再试一次。如果仍然如此，重新启动电脑。</translation>
        </message>
        <message>
            <source>The copy on this computer is not open</source>
            <translation>本机副本没有打开</translation>
        </message>
        <message>
            <source>The program could not open it again after a fault, or the book was closed.</source>
            <translation>故障之后程序未能重新打开副本，或通讯录已关闭。</translation>
        </message>
        <message>
            <source>Start the program again.</source>
            <translation>重新启动程序。</translation>
        </message>
        <message>
            <source>The copy on this computer is damaged</source>
            <translation>本机副本已损坏</translation>
        </message>
        <message>
            <source>A part of it cannot be read; this may be the fault of the disk.</source>
            <translation>其中一部分无法读取，可能是磁盘故障。</translation>
        </message>
        <message>
            <source>Try again: a new copy is made. If that happens again, have the disk of this computer checked.</source>
            <translation>再试一次，程序会重新建立副本。如果再次出现，应检查本机磁盘。</translation>
        </message>
        <message>
            <source>A file of the program on this computer cannot be read</source>
            <translation>本机上程序的一个文件无法读取</translation>
        </message>
        <message>
            <source>It keeps what you have told the program, such as your own mobile number.</source>
            <translation>其中保存了你告诉程序的内容，例如你自己的手机号。</translation>
        </message>
        <message>
            <source>You can read and find contacts as usual. The file is left as it is: ask the people who look after this computer whether they have a backup of it.</source>
            <translation>你可以照常查看和查找联系人。该文件保持原样：可询问管理这台电脑的人员是否有它的备份。</translation>
        </message>
        <message>
            <source>Some files could not be removed</source>
            <translation>部分文件未能删除</translation>
        </message>
        <message>
            <source>You are signed out, and the key to the contacts on this computer is gone. Encrypted files are left that nobody can read.</source>
            <translation>你已退出登录，本机联系人的密钥也已删除。剩下的是加密文件，任何人都无法读取。</translation>
        </message>
        <message>
            <source>You need not do anything: the program removes them when it is started the next time.</source>
            <translation>你无需处理：程序下次启动时会删除它们。</translation>
        </message>
        <message>
            <source>The copy on this computer was damaged</source>
            <translation>这台电脑上的副本已损坏</translation>
        </message>
        <message>
            <source>It cannot be read and was set aside.</source>
            <translation>副本无法读取，已移到一旁。</translation>
        </message>
        <message>
            <source>The contacts are loaded from DingTalk again; you need not do anything.</source>
            <translation>正在从钉钉重新加载联系人，你无需做任何事。</translation>
        </message>
        <message>
            <source>The copy was made by a newer version of this program</source>
            <translation>副本由本程序的更新版本创建</translation>
        </message>
        <message>
            <source>This older version leaves it untouched, so that nothing is lost.</source>
            <translation>旧版本不会改动它，以免丢失内容。</translation>
        </message>
        <message>
            <source>Open it with the newer version.</source>
            <translation>用更新的版本打开它。</translation>
        </message>
        <message>
            <source>The disk is full</source>
            <translation>磁盘已满</translation>
        </message>
        <message>
            <source>Contacts that arrive now cannot be kept on this computer.</source>
            <translation>新到的联系人无法保存在这台电脑上。</translation>
        </message>
        <message>
            <source>Free some space, then try again.</source>
            <translation>腾出一些空间，然后再试。</translation>
        </message>
        <message>
            <source>Free some space. The program tries again by itself.</source>
            <translation>腾出一些空间。本程序会自动重试。</translation>
        </message>
        <message>
            <source>The program cannot write to its folder</source>
            <translation>本程序无法写入自己的文件夹</translation>
        </message>
        <message>
            <source>The folder or the disk is write-protected.</source>
            <translation>文件夹或磁盘有写保护。</translation>
        </message>
        <message>
            <source>Ask the people who look after this computer to make it writable.</source>
            <translation>联系这台电脑的维护人员，使其可以写入。</translation>
        </message>
        <message>
            <source>The copy of the contacts is in use</source>
            <translation>联系人副本正在使用中</translation>
        </message>
        <message>
            <source>Another program, such as a backup, holds the file at the moment.</source>
            <translation>其他程序（例如备份）正占用该文件。</translation>
        </message>
        <message>
            <source>This address book is already open</source>
            <translation>这份通讯录已经打开</translation>
        </message>
        <message>
            <source>Another window of this program uses it.</source>
            <translation>本程序的另一个窗口正在使用它。</translation>
        </message>
        <message>
            <source>Go to that window, or close it and try again.</source>
            <translation>转到那个窗口，或者关闭它再试。</translation>
        </message>
        <message>
            <source>This book is no longer on this computer</source>
            <translation>这份通讯录已不在这台电脑上</translation>
        </message>
        <message>
            <source>Its entry in the settings is gone.</source>
            <translation>设置中已没有它的条目。</translation>
        </message>
        <message>
            <source>A change is still being saved</source>
            <translation>有更改仍在保存</translation>
        </message>
        <message>
            <source>What is still on its way to DingTalk cannot be deleted.</source>
            <translation>尚未提交到钉钉的联系人不能删除。</translation>
        </message>
        <message>
            <source>Wait until it is saved, then delete it.</source>
            <translation>等保存完成后再删除。</translation>
        </message>
        <message>
            <source>Nothing was deleted.</source>
            <translation>未删除任何内容。</translation>
        </message>
        <message>
            <source>This contact was saved before from another place</source>
            <translation>这位联系人之前已在别处保存</translation>
        </message>
        <message>
            <source>What you have changed since then is in this form, and not saved yet.</source>
            <translation>你此后所做的更改仍在此窗口中，尚未保存。</translation>
        </message>
        <message>
            <source>Save again to bring it into the contact.</source>
            <translation>再次保存，将其写入联系人。</translation>
        </message>
        <message>
            <source>Nothing was sent a second time.</source>
            <translation>没有重复发送任何内容。</translation>
        </message>
        <message>
            <source>Checking whether an earlier try has added this contact</source>
            <translation>正在确认之前的尝试是否已添加这位联系人</translation>
        </message>
        <message>
            <source>DingTalk was busy when it was saved with another phone number.</source>
            <translation>用另一个电话号码保存时，钉钉正忙。</translation>
        </message>
        <message>
            <source>Wait until this is known.</source>
            <translation>等待核实结果。</translation>
        </message>
        <message>
            <source>This contact is being saved, or was saved, from another place</source>
            <translation>这位联系人正在别处保存，或已在别处保存</translation>
        </message>
        <message>
            <source>What is typed here since then is not kept.</source>
            <translation>此后在这里输入的内容没有保留。</translation>
        </message>
        <message>
            <source>Save it, or copy what you still need.</source>
            <translation>可以保存，或复制仍需要的内容。</translation>
        </message>
        <message>
            <source>Something is still missing</source>
            <translation>还缺少内容</translation>
        </message>
        <message>
            <source>Connecting needs the App key and the App secret, or an access token.</source>
            <translation>连接需要 AppKey 和 AppSecret，或者访问凭证。</translation>
        </message>
        <message>
            <source>Fill in what is missing and try again.</source>
            <translation>补全缺少的内容再试。</translation>
        </message>
        <message>
            <source>Nothing was sent.</source>
            <translation>没有发送任何内容。</translation>
        </message>
        <message>
            <source>This is not the address of a server</source>
            <translation>这不是服务器地址</translation>
        </message>
        <message>
            <source>An address begins with https:// and names a server, and nothing more.</source>
            <translation>地址以 https:// 开头，只写服务器名，不带其他内容。</translation>
        </message>
        <message>
            <source>Check the address, or choose one of the two regions.</source>
            <translation>检查地址，或从两个区域中选择一个。</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <source>The call to DingTalk was stopped.</source>
            <translation>对钉钉的调用已停止。</translation>
        </message>
        <message>
            <source>Start it again whenever you like.</source>
            <translation>随时可以重新开始。</translation>
        </message>
        <message>
            <source>Something went wrong in this program</source>
            <translation>本程序出了问题</translation>
        </message>
        <message>
            <source>This is a fault of the program, not something you did.</source>
            <translation>这是程序的错误，与你的操作无关。</translation>
        </message>
        <message>
            <source>Try again. Help, Report a problem, saves what is known about it.</source>
            <translation>再试一次。“帮助”中的“报告问题”可以保存相关信息。</translation>
        </message>
        <message>
            <source>This contact is no longer in DingTalk</source>
            <translation>这位联系人已不在钉钉中</translation>
        </message>
        <message>
            <source>A colleague may have removed it, or added the person anew.</source>
            <translation>可能已被同事删除，或者重新添加过。</translation>
        </message>
        <message>
            <source>Look for the name in the list after the next refresh.</source>
            <translation>下次刷新后，在列表中查找这个姓名。</translation>
        </message>
        <message>
            <source>All other contacts are as they were.</source>
            <translation>其他联系人都没有变化。</translation>
        </message>
        <message>
            <source>This colleague is not in DingTalk any more</source>
            <translation>这位同事已不在钉钉中</translation>
        </message>
        <message>
            <source>The person has left, has not joined yet, or belongs to another organisation.</source>
            <translation>此人已离职、尚未加入，或属于其他组织。</translation>
        </message>
        <message>
            <source>The number of the person is shown in place of the name.</source>
            <translation>姓名处将显示此人的编号。</translation>
        </message>
        <message>
            <source>This colleague's account is switched off in DingTalk</source>
            <translation>这位同事的钉钉账号已停用</translation>
        </message>
        <message>
            <source>DingTalk gives out no details of people whose account is switched off.</source>
            <translation>对于已停用的账号，钉钉不提供资料。</translation>
        </message>
        <message>
            <source>Choose another colleague, or ask your DingTalk administrator.</source>
            <translation>选择其他同事，或询问钉钉管理员。</translation>
        </message>
        <message>
            <source>No colleague has this mobile number in DingTalk</source>
            <translation>钉钉中没有同事使用这个手机号</translation>
        </message>
        <message>
            <source>DingTalk knows colleagues who have joined, by the number they sign in with.</source>
            <translation>钉钉只认得已加入的同事，并且以其登录手机号为准。</translation>
        </message>
        <message>
            <source>Check the digits. For a number abroad, begin with a plus sign and its country.</source>
            <translation>检查号码。国外号码以加号和国家码开头。</translation>
        </message>
        <message>
            <source>This department is no longer in DingTalk</source>
            <translation>这个部门已不在钉钉中</translation>
        </message>
        <message>
            <source>It was removed, or its number never existed.</source>
            <translation>部门已被删除，或者编号从未存在。</translation>
        </message>
        <message>
            <source>The number of the department is shown in place of its name.</source>
            <translation>部门名称处将显示其编号。</translation>
        </message>
        <message>
            <source>DingTalk does not open this department</source>
            <translation>钉钉不开放这个部门</translation>
        </message>
        <message>
            <source>It is one of the special departments that programs cannot read.</source>
            <translation>这是程序无法读取的特殊部门。</translation>
        </message>
        <message>
            <source>Choose another department.</source>
            <translation>选择其他部门。</translation>
        </message>
        <message>
            <source>DingTalk could not read the people of a department</source>
            <translation>钉钉未能读取某个部门的成员</translation>
        </message>
        <message>
            <source>This may pass by itself.</source>
            <translation>这种情况可能会自行恢复。</translation>
        </message>
        <message>
            <source>The app is not allowed to see this colleague</source>
            <translation>应用无权查看这位同事</translation>
        </message>
        <message>
            <source>The app sees a part of the organisation only, and this person is outside of it.</source>
            <translation>应用只能看到组织的一部分，而此人不在其中。</translation>
        </message>
        <message>
            <source>Your DingTalk administrator can widen the range of people that the app sees.</source>
            <translation>钉钉管理员可以扩大应用可见的人员范围。</translation>
        </message>
        <message>
            <source>Hello, our address book program cannot show the names of some colleagues. Please open the DingTalk developer console, choose the internal app and, under permissions, widen the range of its address book permissions to the whole organisation. Thank you.</source>
            <translation>你好，我们的通讯录程序看不到部分同事的姓名。请打开钉钉开发者后台，选择本程序使用的企业内部应用，在权限管理中把通讯录权限范围扩大到全部员工，谢谢。</translation>
        </message>
        <message>
            <source>The app is not allowed to see this department</source>
            <translation>应用无权查看这个部门</translation>
        </message>
        <message>
            <source>The app sees a part of the organisation only.</source>
            <translation>应用只能看到组织的一部分。</translation>
        </message>
        <message>
            <source>DingTalk did not hand out the next part of the list</source>
            <translation>钉钉没有给出列表的下一部分</translation>
        </message>
        <message>
            <source>It did not accept the place in the list that the program asked for.</source>
            <translation>钉钉不接受本程序所要的列表位置。</translation>
        </message>
        <message>
            <source>Refresh the list. If it happens again, use Help, Report a problem, to save what is known about it.</source>
            <translation>刷新列表。如果再次出现，用“帮助”中的“报告问题”保存相关信息。</translation>
        </message>
        <message>
            <source>Someone with this phone number is already in the book</source>
            <translation>通讯录中已有使用这个电话号码的人</translation>
        </message>
        <message>
            <source>DingTalk keeps one external contact for each phone number.</source>
            <translation>钉钉中每个电话号码只能有一位外部联系人。</translation>
        </message>
        <message>
            <source>Look for the number in the list and change that contact, or check the digits.</source>
            <translation>在列表中查找这个号码并修改那位联系人，或者检查号码。</translation>
        </message>
        <message>
            <source>DingTalk says that another contact already has these details</source>
            <translation>钉钉提示另一位联系人已有相同资料</translation>
        </message>
        <message>
            <source>It may be the same person, added a second time by a colleague.</source>
            <translation>可能是同一个人，被同事重复添加。</translation>
        </message>
        <message>
            <source>Look for the name and the number in the list before you save again.</source>
            <translation>再次保存之前，在列表中查找这个姓名和号码。</translation>
        </message>
        <message>
            <source>This phone number belongs to a colleague</source>
            <translation>这个电话号码属于一位同事</translation>
        </message>
        <message>
            <source>DingTalk does not keep members of your organisation as external contacts.</source>
            <translation>钉钉不把组织成员作为外部联系人保存。</translation>
        </message>
        <message>
            <source>Check the digits, or find the colleague inside DingTalk.</source>
            <translation>检查号码，或在钉钉中查找这位同事。</translation>
        </message>
        <message>
            <source>DingTalk does not accept this phone number</source>
            <translation>钉钉不接受这个电话号码</translation>
        </message>
        <message>
            <source>The number does not fit the country that is chosen.</source>
            <translation>号码与所选国家或地区不符。</translation>
        </message>
        <message>
            <source>Check the country and the digits, and save again.</source>
            <translation>检查国家或地区和号码，然后再次保存。</translation>
        </message>
        <message>
            <source>DingTalk does not accept the phone number of this contact</source>
            <translation>钉钉不接受这位联系人的电话号码</translation>
        </message>
        <message>
            <source>A number cannot be changed once a contact exists.</source>
            <translation>联系人创建之后，号码不能更改。</translation>
        </message>
        <message>
            <source>Change the number inside DingTalk, then refresh this contact here.</source>
            <translation>在钉钉中更改号码，然后在这里刷新这位联系人。</translation>
        </message>
        <message>
            <source>DingTalk does not accept this name</source>
            <translation>钉钉不接受这个姓名</translation>
        </message>
        <message>
            <source>It may be empty, too long, or hold signs that DingTalk does not allow in names.</source>
            <translation>姓名可能为空、太长，或含有钉钉不允许的符号。</translation>
        </message>
        <message>
            <source>Shorten the name or leave out special signs, and save again.</source>
            <translation>缩短姓名或去掉特殊符号，然后再次保存。</translation>
        </message>
        <message>
            <source>A contact needs at least one label</source>
            <translation>联系人至少需要一个标签</translation>
        </message>
        <message>
            <source>DingTalk does not keep contacts without one.</source>
            <translation>没有标签的联系人，钉钉不予保存。</translation>
        </message>
        <message>
            <source>Choose at least one label and save again.</source>
            <translation>至少选择一个标签，然后再次保存。</translation>
        </message>
        <message>
            <source>Something that DingTalk needs is still empty</source>
            <translation>钉钉需要的某项内容仍为空</translation>
        </message>
        <message>
            <source>A contact needs a name, an owner, a label and, when new, a phone number.</source>
            <translation>联系人需要姓名、负责人和标签，新建时还需要电话号码。</translation>
        </message>
        <message>
            <source>Fill in what is missing and save again.</source>
            <translation>补全缺少的内容，然后再次保存。</translation>
        </message>
        <message>
            <source>The job title is too long for DingTalk</source>
            <translation>职位名称太长</translation>
        </message>
        <message>
            <source>DingTalk limits its length, and does not say to how many letters.</source>
            <translation>钉钉对长度有限制，但没有说明字数。</translation>
        </message>
        <message>
            <source>Shorten the job title and save again.</source>
            <translation>缩短职位名称，然后再次保存。</translation>
        </message>
        <message>
            <source>A colleague this contact is shared with is unknown to DingTalk</source>
            <translation>共享对象中有钉钉不认得的同事</translation>
        </message>
        <message>
            <source>The person may have left, or there are more colleagues than DingTalk allows.</source>
            <translation>此人可能已离职，或者同事人数超出钉钉的限制。</translation>
        </message>
        <message>
            <source>Check the list of colleagues under sharing, and save again.</source>
            <translation>检查共享中的同事名单，然后再次保存。</translation>
        </message>
        <message>
            <source>A department this contact is shared with is unknown to DingTalk</source>
            <translation>共享对象中有钉钉不认得的部门</translation>
        </message>
        <message>
            <source>It may have been removed, or there are more departments than DingTalk allows.</source>
            <translation>部门可能已被删除，或者部门数量超出钉钉的限制。</translation>
        </message>
        <message>
            <source>Check the list of departments under sharing, and save again.</source>
            <translation>检查共享中的部门名单，然后再次保存。</translation>
        </message>
        <message>
            <source>Your organisation has reached its limit of external contacts</source>
            <translation>你的组织的外部联系人已达上限</translation>
        </message>
        <message>
            <source>DingTalk takes no more of them until some are removed.</source>
            <translation>删除一部分之后，钉钉才能继续添加。</translation>
        </message>
        <message>
            <source>Remove contacts that nobody needs, or ask your DingTalk administrator.</source>
            <translation>删除不再需要的联系人，或询问钉钉管理员。</translation>
        </message>
        <message>
            <source>External contacts are not switched on in your organisation</source>
            <translation>你的组织没有启用外部联系人功能</translation>
        </message>
        <message>
            <source>DingTalk keeps none until an administrator switches them on.</source>
            <translation>管理员启用之后，钉钉才会保存外部联系人。</translation>
        </message>
        <message>
            <source>Your DingTalk administrator can do that.</source>
            <translation>钉钉管理员可以启用。</translation>
        </message>
        <message>
            <source>Hello, our address book program cannot use external contacts, because they are not switched on for our organisation. Please open the DingTalk admin console and switch on external contacts. Thank you.</source>
            <translation>你好，我们的通讯录程序无法使用外部联系人，因为组织没有启用该功能。请打开钉钉管理后台，启用外部联系人功能，谢谢。</translation>
        </message>
        <message>
            <source>It is not certain whether DingTalk added this contact</source>
            <translation>无法确定钉钉是否已添加这位联系人</translation>
        </message>
        <message>
            <source>It is busy, or your organisation made a field of its own mandatory for external contacts, which programs cannot fill in.</source>
            <translation>钉钉正忙，或者你的组织把外部联系人的某个自定义字段设成了必填，而程序无法填写。</translation>
        </message>
        <message>
            <source>Try once more. If it stays like this, ask your DingTalk administrator about mandatory fields.</source>
            <translation>再试一次。如果仍然如此，向钉钉管理员询问必填字段。</translation>
        </message>
        <message>
            <source>Trying again does not add it twice.</source>
            <translation>再试一次不会重复添加。</translation>
        </message>
        <message>
            <source>Hello, DingTalk refuses new external contacts from our address book program. Please check in the DingTalk admin console whether a custom field of external contacts is mandatory, and make it optional. Thank you.</source>
            <translation>你好，钉钉拒绝了我们的通讯录程序新建外部联系人。请在钉钉管理后台检查外部联系人的自定义字段是否设为必填，并改为选填，谢谢。</translation>
        </message>
        <message>
            <source>DingTalk did not add this contact</source>
            <translation>钉钉没有添加这位联系人</translation>
        </message>
        <message>
            <source>DingTalk does not know the owner, or a colleague it is shared with</source>
            <translation>钉钉找不到负责人或某位共享同事</translation>
        </message>
        <message>
            <source>Somebody who is chosen in this contact has left the organisation.</source>
            <translation>这位联系人中所选的某位同事已离开组织。</translation>
        </message>
        <message>
            <source>Choose another owner, take out whoever has left, and save again.</source>
            <translation>另选负责人，移除已离开的同事，然后再次保存。</translation>
        </message>
        <message>
            <source>The app is not allowed to use the owner, or a colleague it is shared with</source>
            <translation>应用无权使用负责人或某位共享同事</translation>
        </message>
        <message>
            <source>Choose another colleague, or ask your DingTalk administrator to widen the range of the app.</source>
            <translation>另选同事，或联系钉钉管理员扩大应用的可见范围。</translation>
        </message>
        <message>
            <source>The app is not allowed to use a department that the contact is shared with</source>
            <translation>应用无权使用这位联系人的某个共享部门</translation>
        </message>
        <message>
            <source>Choose another department, or ask your DingTalk administrator to widen the range of the app.</source>
            <translation>另选部门，或联系钉钉管理员扩大应用的可见范围。</translation>
        </message>
        <message>
            <source>Your DingTalk administrator can switch this on.</source>
            <translation>钉钉管理员可以开通。</translation>
        </message>
        <message>
            <source>Hello, our address book program cannot read external contacts. Please open the DingTalk developer console, choose the internal app of this program and switch on {permissions}. No other change is needed. Thank you.</source>
            <translation>你好，我们的通讯录程序无法读取外部联系人。请打开钉钉开发者后台，选择本程序使用的企业内部应用，开通{permissions}。无需其他改动，谢谢。</translation>
        </message>
        <message>
            <source>Hello, our address book program cannot save external contacts. Please open the DingTalk developer console, choose the internal app of this program and switch on {permissions}. No other change is needed. Thank you.</source>
            <translation>你好，我们的通讯录程序无法保存外部联系人。请打开钉钉开发者后台，选择本程序使用的企业内部应用，开通{permissions}。无需其他改动，谢谢。</translation>
        </message>
        <message>
            <source>Hello, our address book program cannot show the names of colleagues and departments. Please open the DingTalk developer console, choose the internal app of this program and switch on {permissions}. No other change is needed. Thank you.</source>
            <translation>你好，我们的通讯录程序无法显示同事和部门的名称。请打开钉钉开发者后台，选择本程序使用的企业内部应用，开通{permissions}。无需其他改动，谢谢。</translation>
        </message>
        <message>
            <source>This program is not allowed to read external contacts</source>
            <translation>本程序没有读取外部联系人的权限</translation>
        </message>
        <message>
            <source>A permission of the app is missing in DingTalk.</source>
            <translation>应用在钉钉中缺少一项权限。</translation>
        </message>
        <message>
            <source>This program is not allowed to change external contacts</source>
            <translation>本程序没有修改外部联系人的权限</translation>
        </message>
        <message>
            <source>The app may read contacts, but has no permission to add, change or delete them.</source>
            <translation>应用可以读取联系人，但没有添加、修改或删除的权限。</translation>
        </message>
        <message>
            <source>This program is not allowed to find colleagues by mobile number</source>
            <translation>本程序没有通过手机号查找同事的权限</translation>
        </message>
        <message>
            <source>It cannot tell which contacts are yours. Everything else works.</source>
            <translation>因此无法判断哪些联系人是你负责的，其他功能正常。</translation>
        </message>
        <message>
            <source>This program is not allowed to read the names of colleagues</source>
            <translation>本程序没有读取同事姓名的权限</translation>
        </message>
        <message>
            <source>Owners are shown as numbers until the permission is given.</source>
            <translation>开通权限之前，负责人显示为编号。</translation>
        </message>
        <message>
            <source>This program is not allowed to list the people of a department</source>
            <translation>本程序没有列出部门成员的权限</translation>
        </message>
        <message>
            <source>Owners may be shown as numbers until the permission is given.</source>
            <translation>开通权限之前，负责人可能显示为编号。</translation>
        </message>
        <message>
            <source>This program is not allowed to read departments</source>
            <translation>本程序没有读取部门的权限</translation>
        </message>
        <message>
            <source>Departments are shown as numbers until the permission is given.</source>
            <translation>开通权限之前，部门显示为编号。</translation>
        </message>
        <message>
            <source>This program is not allowed to do this in DingTalk</source>
            <translation>本程序在钉钉中没有做这件事的权限</translation>
        </message>
        <message>
            <source>Hello, our address book program lacks a permission. Please open the DingTalk developer console, choose the internal app of this program and switch on {permissions}. No other change is needed. Thank you.</source>
            <translation>你好，我们的通讯录程序缺少一项权限。请打开钉钉开发者后台，选择本程序使用的企业内部应用，开通{permissions}。无需其他改动，谢谢。</translation>
        </message>
        <message>
            <source>DingTalk no longer accepts this sign-in</source>
            <translation>钉钉不再接受当前登录</translation>
        </message>
        <message>
            <source>The program signed in anew, and that was refused as well.</source>
            <translation>本程序重新登录过，仍被拒绝。</translation>
        </message>
        <message>
            <source>Check again in a few minutes. If it stays like this, ask your DingTalk administrator whether the app still exists and is switched on.</source>
            <translation>过几分钟再检查一次。如果仍然如此，向钉钉管理员询问应用是否还在、是否已启用。</translation>
        </message>
        <message>
            <source>Hello, our address book program signs in to DingTalk, but DingTalk refuses what the program was given. Please open the DingTalk developer console and check that the internal app still exists, is switched on and belongs to our organisation. Thank you.</source>
            <translation>你好，我们的通讯录程序登录钉钉时被拒绝。请打开钉钉开发者后台，检查企业内部应用是否还在、是否已启用、是否属于我们的组织，谢谢。</translation>
        </message>
        <message>
            <source>This kind of sign-in cannot be used for external contacts</source>
            <translation>这种登录方式不能用于外部联系人</translation>
        </message>
        <message>
            <source>DingTalk opens external contacts to the organisation's own internal apps.</source>
            <translation>钉钉只向组织自己的企业内部应用开放外部联系人。</translation>
        </message>
        <message>
            <source>Ask your DingTalk administrator for the App key and App secret of an internal app.</source>
            <translation>向钉钉管理员索取企业内部应用的 AppKey 和 AppSecret。</translation>
        </message>
        <message>
            <source>Hello, our address book program needs the App key (Client ID) and App secret (Client Secret) of an internal app of our organisation. The ones it has now are of another kind. Thank you.</source>
            <translation>你好，我们的通讯录程序需要本组织某个企业内部应用的 Client ID（AppKey）和 Client Secret（AppSecret），现在使用的是另一种，谢谢。</translation>
        </message>
        <message>
            <source>DingTalk does not know this App key and App secret</source>
            <translation>钉钉不认得这组 AppKey 和 AppSecret</translation>
        </message>
        <message>
            <source>A letter may be missing, the secret may have been replaced by a new one, or the two may belong to another region. Capital and small letters count.</source>
            <translation>可能少了一个字母，密钥可能已更换，或者二者属于另一个区域。大小写有区别。</translation>
        </message>
        <message>
            <source>Check the server region, then copy the App key and the App secret once more and paste them.</source>
            <translation>检查服务器区域，然后重新复制并粘贴 AppKey 和 AppSecret。</translation>
        </message>
        <message>
            <source>Ask your DingTalk administrator for the present App key and App secret, and enter both again.</source>
            <translation>向钉钉管理员索取当前的 AppKey 和 AppSecret，然后重新输入。</translation>
        </message>
        <message>
            <source>Hello, DingTalk refuses the App key (Client ID) and App secret (Client Secret) of our address book program. Please send me both again, and tell me whether our organisation is on the mainland China or the international DingTalk. Thank you.</source>
            <translation>你好，钉钉拒绝了我们的通讯录程序使用的 Client ID（AppKey）和 Client Secret（AppSecret）。请重新发给我，并告诉我组织使用的是中国大陆版钉钉还是国际版钉钉，谢谢。</translation>
        </message>
        <message>
            <source>DingTalk does not know this organisation</source>
            <translation>钉钉不认得这个组织</translation>
        </message>
        <message>
            <source>The sign-in does not belong to an organisation on this server.</source>
            <translation>这个登录信息不属于该服务器上的任何组织。</translation>
        </message>
        <message>
            <source>Check the server region. If it is right, ask your DingTalk administrator for the App key.</source>
            <translation>检查服务器区域。如果没有问题，向钉钉管理员索取 AppKey。</translation>
        </message>
        <message>
            <source>Your organisation is closed in DingTalk</source>
            <translation>你的组织在钉钉中已关闭</translation>
        </message>
        <message>
            <source>DingTalk says that the organisation was disabled or dissolved.</source>
            <translation>钉钉提示该组织已停用或解散。</translation>
        </message>
        <message>
            <source>Ask your DingTalk administrator what has happened.</source>
            <translation>向钉钉管理员了解情况。</translation>
        </message>
        <message>
            <source>The App key or the App secret is missing</source>
            <translation>缺少 AppKey 或 AppSecret</translation>
        </message>
        <message>
            <source>DingTalk received a sign-in with an empty field.</source>
            <translation>钉钉收到的登录信息中有一项为空。</translation>
        </message>
        <message>
            <source>Fill in both the App key and the App secret, and try again.</source>
            <translation>填写 AppKey 和 AppSecret，然后再试。</translation>
        </message>
        <message>
            <source>DingTalk did not let the program sign in</source>
            <translation>钉钉没有让本程序登录</translation>
        </message>
        <message>
            <source>Either the App key or the App secret is empty, or there were too many sign-ins in a short time.</source>
            <translation>AppKey 或 AppSecret 为空，或者短时间内登录次数太多。</translation>
        </message>
        <message>
            <source>Check that both fields are filled in, wait a minute, and try again.</source>
            <translation>确认两项都已填写，等一分钟再试。</translation>
        </message>
        <message>
            <source>The app is switched off in DingTalk</source>
            <translation>应用在钉钉中已停用</translation>
        </message>
        <message>
            <source>DingTalk answers this app no longer, until it is switched on again.</source>
            <translation>在重新启用之前，钉钉不再答复这个应用。</translation>
        </message>
        <message>
            <source>Your DingTalk administrator can switch it on.</source>
            <translation>钉钉管理员可以启用它。</translation>
        </message>
        <message>
            <source>Hello, the internal app of our address book program is switched off in DingTalk. Please open the DingTalk developer console and switch it on again. Thank you.</source>
            <translation>你好，我们的通讯录程序使用的企业内部应用在钉钉中已停用。请打开钉钉开发者后台，重新启用，谢谢。</translation>
        </message>
        <message>
            <source>DingTalk has switched off what the program needs</source>
            <translation>钉钉停用了本程序需要的功能</translation>
        </message>
        <message>
            <source>This part of DingTalk is not open to the app.</source>
            <translation>钉钉的这部分功能不对该应用开放。</translation>
        </message>
        <message>
            <source>Ask your DingTalk administrator, and send the details along.</source>
            <translation>询问钉钉管理员，并附上详细信息。</translation>
        </message>
        <message>
            <source>DingTalk does not accept this network's address</source>
            <translation>钉钉不接受当前网络的地址</translation>
        </message>
        <message>
            <source>The app only answers to certain networks, and yours is not on its list.</source>
            <translation>应用只答复特定网络，而你的网络不在名单中。</translation>
        </message>
        <message>
            <source>Your DingTalk administrator can add it. Outside the office, connect to the office network first.</source>
            <translation>钉钉管理员可以把它加入名单。如果不在办公室，先连接办公网络。</translation>
        </message>
        <message>
            <source>Hello, DingTalk refuses our address book program because the address of our network is not on the internal app's list of allowed server IP addresses. Please add our office's public address in the DingTalk developer console. Thank you.</source>
            <translation>你好，钉钉拒绝了我们的通讯录程序，因为当前网络的地址不在企业内部应用的服务器出口 IP 名单中。请在钉钉开发者后台加入办公室的公网地址，谢谢。</translation>
        </message>
        <message>
            <source>The app only answers to certain networks, and yours ({address}) is not on its list.</source>
            <translation>应用只答复特定网络，而你的网络（{address}）不在名单中。</translation>
        </message>
        <message>
            <source>Hello, DingTalk refuses our address book program because the address {address} is not on the internal app's list of allowed server IP addresses. Please add it in the DingTalk developer console. Thank you.</source>
            <translation>你好，钉钉拒绝了我们的通讯录程序，因为地址 {address} 不在企业内部应用的服务器出口 IP 名单中。请在钉钉开发者后台加入该地址，谢谢。</translation>
        </message>
        <message>
            <source>This server does not know what the program asks for</source>
            <translation>这台服务器不认识本程序的调用</translation>
        </message>
        <message>
            <source>The address may not be DingTalk's, or DingTalk has changed.</source>
            <translation>该地址可能不是钉钉的，或者钉钉有了变化。</translation>
        </message>
        <message>
            <source>Check the server region or the address. If they are right, look for a newer version of the program.</source>
            <translation>检查服务器区域或地址。如果没有问题，看看本程序有没有新版本。</translation>
        </message>
        <message>
            <source>DingTalk did not understand this program</source>
            <translation>钉钉无法识别本程序的调用</translation>
        </message>
        <message>
            <source>Look for a newer version, or use Help, Report a problem, and send the file to your administrator.</source>
            <translation>看看有没有新版本；或用“帮助”中的“报告问题”，把文件发给管理员。</translation>
        </message>
        <message>
            <source>DingTalk asks us to slow down</source>
            <translation>钉钉要求放慢速度</translation>
        </message>
        <message>
            <source>Your organisation's programs asked for too much at once.</source>
            <translation>你的组织的各个程序在短时间内调用太多。</translation>
        </message>
        <message>
            <source>The program continues by itself; you can keep working meanwhile.</source>
            <translation>本程序会自动继续，其间你可以照常工作。</translation>
        </message>
        <message>
            <source>DingTalk has paused this program for a while</source>
            <translation>钉钉让本程序暂停一段时间</translation>
        </message>
        <message>
            <source>Too much was asked of DingTalk from your organisation. The pause ends by itself after some minutes.</source>
            <translation>你的组织对钉钉的调用太多，几分钟后会自动恢复。</translation>
        </message>
        <message>
            <source>Try again later. If it happens often, tell your DingTalk administrator.</source>
            <translation>稍后再试。如果经常出现，告诉钉钉管理员。</translation>
        </message>
        <message>
            <source>The program continues by itself. If it happens often, tell your DingTalk administrator.</source>
            <translation>本程序会自动继续。如果经常出现，告诉钉钉管理员。</translation>
        </message>
        <message>
            <source>DingTalk has blocked the address of this network</source>
            <translation>钉钉封锁了当前网络的地址</translation>
        </message>
        <message>
            <source>Programs of too many organisations use DingTalk from the same address, as with a shared proxy.</source>
            <translation>太多组织的程序从同一地址使用钉钉，例如共用的代理。</translation>
        </message>
        <message>
            <source>Use another network, or ask the people who look after your network.</source>
            <translation>换一个网络，或询问网络管理人员。</translation>
        </message>
        <message>
            <source>Your organisation's monthly allowance at DingTalk is used up</source>
            <translation>你的组织本月的钉钉调用额度已用完</translation>
        </message>
        <message>
            <source>DingTalk counts the calls of all programs of an organisation together.</source>
            <translation>钉钉把一个组织的所有程序合并计数。</translation>
        </message>
        <message>
            <source>It starts anew next month; your DingTalk administrator can enlarge it.</source>
            <translation>下个月重新计算；钉钉管理员可以增加额度。</translation>
        </message>
        <message>
            <source>DingTalk is busy right now</source>
            <translation>钉钉正忙</translation>
        </message>
        <message>
            <source>It could not answer, although the program asked several times.</source>
            <translation>本程序多次尝试，钉钉都无法答复。</translation>
        </message>
        <message>
            <source>DingTalk does not accept a word in these details</source>
            <translation>钉钉不接受其中的某个词</translation>
        </message>
        <message>
            <source>Its filter for sensitive content refused them, and does not say which word.</source>
            <translation>被敏感内容过滤器拒绝，但没有说明是哪个词。</translation>
        </message>
        <message>
            <source>Check the texts you entered last, change the wording, and save again.</source>
            <translation>检查刚才输入的文字，换一种说法，然后再次保存。</translation>
        </message>
        <message>
            <source>One of the texts is too long for DingTalk</source>
            <translation>有一项文字太长</translation>
        </message>
        <message>
            <source>DingTalk does not say which one it is.</source>
            <translation>钉钉没有说明是哪一项。</translation>
        </message>
        <message>
            <source>Shorten the longest text and save again.</source>
            <translation>缩短最长的文字，然后再次保存。</translation>
        </message>
        <message>
            <source>DingTalk refused, for a reason this program does not know</source>
            <translation>钉钉拒绝了，本程序不知道原因</translation>
        </message>
        <message>
            <source>DingTalk did not say why.</source>
            <translation>钉钉没有说明原因。</translation>
        </message>
        <message>
            <source>Try again. If it stays like this, send the details to your DingTalk administrator.</source>
            <translation>再试一次。如果仍然如此，把详细信息发给钉钉管理员。</translation>
        </message>
        <message>
            <source>DingTalk says: “{message}”.</source>
            <translation>钉钉的原话：“{message}”。</translation>
        </message>
    </context>
    <context>
        <name>FieldFrame</name>
        <message>
            <source>{count}/{most}</source>
            <translation>{count}/{most}</translation>
        </message>
        <message>
            <source>{title}, required</source>
            <translation>{title}，必填</translation>
        </message>
        <message>
            <source>{count} of at most {most}</source>
            <translation>已选 {count} 个，最多 {most} 个</translation>
        </message>
        <message>
            <source>{title}: {count}</source>
            <translation>{title}：{count}</translation>
        </message>
    </context>
    <context>
        <name>FilterChip</name>
        <message>
            <source>Remove the filter “{filter}”</source>
            <translation>移除筛选“{filter}”</translation>
        </message>
    </context>
    <context>
        <name>FilterLine</name>
        <message>
            <source>Filters that are set</source>
            <translation>当前筛选</translation>
        </message>
        <message>
            <source>Filtered by</source>
            <translation>筛选条件</translation>
        </message>
        <message>
            <source>Any of</source>
            <translation>任一</translation>
        </message>
        <message>
            <source>All of</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Without</source>
            <translation>不含</translation>
        </message>
        <message>
            <source>Without {label}</source>
            <translation>不含 {label}</translation>
        </message>
        <message>
            <source>Owner: {name}</source>
            <translation>负责人：{name}</translation>
        </message>
        <message>
            <source>Clear all</source>
            <translation>全部清除</translation>
        </message>
    </context>
    <context>
        <name>FindBox</name>
        <message>
            <source>Find</source>
            <translation>查找</translation>
        </message>
        <message>
            <source>Clear the text</source>
            <translation>清除文字</translation>
        </message>
    </context>
    <context>
        <name>FormDesk</name>
        <message>
            <source>This is your draft from {time}, which is not in DingTalk</source>
            <translation>这是你 {time} 的草稿，钉钉中还没有这些内容</translation>
        </message>
        <message>
            <source>Nobody else sees it before you save.</source>
            <translation>保存之前，其他人看不到。</translation>
        </message>
        <message>
            <source>Discard it and start anew…</source>
            <translation>放弃草稿并重新开始…</translation>
        </message>
        <message>
            <source>Discard your draft of {name}?</source>
            <translation>要放弃“{name}”的草稿吗？</translation>
        </message>
        <message>
            <source>What you typed is lost. Nothing changes in DingTalk.</source>
            <translation>你输入的内容会丢失，钉钉中没有任何变化。</translation>
        </message>
        <message>
            <source>&amp;Keep it</source>
            <translation>保留(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Discard</source>
            <translation>放弃(&amp;D)</translation>
        </message>
    </context>
    <context>
        <name>FormFoot</name>
        <message>
            <source>&amp;Keep this window open to add another</source>
            <translation>添加后保持窗口打开，继续添加(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>关闭(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>取消(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Add contact</source>
            <translation>添加联系人(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Save changes</source>
            <translation>保存更改(&amp;S)</translation>
        </message>
        <message>
            <source>Press Ctrl+Enter or Ctrl+S</source>
            <translation>按 Ctrl+Enter 或 Ctrl+S</translation>
        </message>
    </context>
    <context>
        <name>FormNote</name>
        <message>
            <source>DingTalk asks us to slow down. Saving goes on by itself…</source>
            <translation>钉钉要求放慢速度。保存会自动继续…</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>Checking whether it was saved…</source>
            <translation>正在确认是否已保存…</translation>
        </message>
        <message>
            <source>Not kept as a draft: {reason}</source>
            <translation>未能保存草稿：{reason}</translation>
        </message>
        <message>
            <source>Contacts cannot be changed now. You can read and copy what stands here.</source>
            <translation>目前不能修改联系人，但你可以查看并复制这里的内容。</translation>
        </message>
        <message>
            <source>Offline: save when DingTalk answers again. What you type is kept as a draft.</source>
            <translation>离线：钉钉恢复响应后再保存，你输入的内容会保留为草稿。</translation>
        </message>
        <message>
            <source>Draft kept {time}</source>
            <translation>草稿已保存于 {time}</translation>
        </message>
    </context>
    <context>
        <name>FormResults</name>
        <message>
            <source>Save a&amp;gain</source>
            <translation>再次保存(&amp;G)</translation>
        </message>
        <message>
            <source>O&amp;pen that contact</source>
            <translation>打开该联系人(&amp;P)</translation>
        </message>
    </context>
    <context>
        <name>Forms</name>
        <message>
            <source>Save the changes to {name}?</source>
            <translation>要保存对“{name}”的更改吗？</translation>
        </message>
        <message>
            <source>&amp;Save changes</source>
            <translation>保存更改(&amp;S)</translation>
        </message>
        <message>
            <source>Add {name} before closing?</source>
            <translation>关闭前要添加“{name}”吗？</translation>
        </message>
        <message>
            <source>&amp;Add contact</source>
            <translation>添加联系人(&amp;A)</translation>
        </message>
        <message>
            <source>A draft stays on this computer, under Unfinished, and nobody else sees it. What you discard cannot be brought back.</source>
            <translation>草稿保存在这台电脑的“未完成”中，别人看不到。放弃的内容无法找回。</translation>
        </message>
        <message>
            <source>&amp;Keep as draft</source>
            <translation>保留为草稿(&amp;K)</translation>
        </message>
        <message>
            <source>Drafts of this book end with it. What is not saved now cannot be brought back.</source>
            <translation>这本通讯录的草稿会随它一起结束，现在不保存的内容无法找回。</translation>
        </message>
        <message>
            <source>&amp;Discard</source>
            <translation>放弃(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Back to the form</source>
            <translation>返回表单(&amp;B)</translation>
        </message>
        <message numerus="yes">
            <source>%n forms hold changes that are not saved</source>
            <translation>
                <numerusform>有 %n 个窗口中的修改尚未保存</numerusform>
            </translation>
        </message>
        <message>
            <source>Drafts stay on this computer, under Unfinished, and nobody else sees them. You can go on with them when you open this book again.</source>
            <translation>草稿保留在这台电脑上的“未完成”中，其他人看不到。再次打开这本通讯录时，你可以继续填写。</translation>
        </message>
        <message>
            <source>&amp;Keep all as drafts</source>
            <translation>全部保留为草稿(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Review each</source>
            <translation>逐个查看(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Back to the book</source>
            <translation>返回通讯录(&amp;B)</translation>
        </message>
        <message>
            <source>What you typed for {name} could not be kept</source>
            <translation>为 {name} 输入的内容未能保留</translation>
        </message>
        <message>
            <source>If you close the form now, what you typed since it was kept last is lost.</source>
            <translation>如果现在关闭表单，自上次保留之后输入的内容会丢失。</translation>
        </message>
        <message>
            <source>&amp;Close without keeping</source>
            <translation>不保留并关闭(&amp;C)</translation>
        </message>
        <message>
            <source>The draft could not be taken off the disk</source>
            <translation>未能从磁盘上移除草稿</translation>
        </message>
        <message>
            <source>The form closes now; the draft may be there again under Unfinished.</source>
            <translation>表单现在关闭；这份草稿可能还会出现在“未完成”中。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>个人信息</translation>
        </message>
        <message>
            <source>How to reach them</source>
            <translation>联系方式</translation>
        </message>
        <message>
            <source>Who looks after this contact</source>
            <translation>由谁负责</translation>
        </message>
        <message>
            <source>&amp;Go to {field}</source>
            <translation>转到“{field}”(&amp;G)</translation>
        </message>
        <message>
            <source>{field}: {problem}</source>
            <translation>{field}：{problem}</translation>
        </message>
        <message>
            <source>Country, owner and labels are as for your last contact</source>
            <translation>国家、负责人和标签沿用你上次添加的联系人</translation>
        </message>
        <message>
            <source>Somebody without a name</source>
            <translation>未填姓名的联系人</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) to fix before this contact can be added</source>
            <translation>
                <numerusform>添加前还有 %n 处需要修改</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) to fix before the changes can be saved</source>
            <translation>
                <numerusform>保存前还有 %n 处需要修改</numerusform>
            </translation>
        </message>
        <message>
            <source>Open that contact, or correct the number.</source>
            <translation>请打开那位联系人，或更正号码。</translation>
        </message>
        <message>
            <source>Checking whether {name} is in the book already</source>
            <translation>正在确认{name}是否已在通讯录中</translation>
        </message>
        <message>
            <source>DingTalk was busy when you saved with the other phone number, and may have added the contact all the same. Nothing is sent until this is known. You can close this window: it stays under Unfinished.</source>
            <translation>你用另一个电话号码保存时钉钉正忙，但可能仍已添加这位联系人。核实之前不会发送任何内容。你可以关闭此窗口：内容会保留在“未完成”中。</translation>
        </message>
        <message>
            <source>Checking whether {name} was added</source>
            <translation>正在确认{name}是否已添加</translation>
        </message>
        <message>
            <source>Checking whether {name} was saved</source>
            <translation>正在确认{name}是否已保存</translation>
        </message>
        <message>
            <source>The answer from DingTalk was lost on the way. Nothing is sent again until this is known. You can close this window: it stays under Unfinished.</source>
            <translation>钉钉的答复在途中丢失。在确认之前不会再次提交。你可以关闭此窗口，它会保留在“未完成”中。</translation>
        </message>
        <message>
            <source>The old contact is deleted; the new one is in the book.</source>
            <translation>原联系人已删除，新联系人已在通讯录中。</translation>
        </message>
        <message>
            <source>{name} was not saved, as far as can be seen</source>
            <translation>目前看来，“{name}”没有保存成功</translation>
        </message>
        <message>
            <source>DingTalk was asked again and does not have it. What you typed is all here.</source>
            <translation>已再次向钉钉查询，没有找到。你输入的内容都在这里。</translation>
        </message>
        <message>
            <source>What you typed is all here. Add it as a new contact, or close this window and keep it as a draft: it stays under Unfinished.</source>
            <translation>你填写的内容都在这里。你可以把它添加为新联系人，或关闭此窗口并保留为草稿：草稿会留在“未完成”中。</translation>
        </message>
        <message>
            <source>The e-mail address {email} cannot be added from this program: copy it below, and add it inside DingTalk afterwards.</source>
            <translation>本程序无法添加邮箱地址 {email}：请在下方复制，之后在钉钉中添加。</translation>
        </message>
        <message>
            <source>{name} was deleted while you were editing</source>
            <translation>你编辑时，“{name}”被删除了</translation>
        </message>
        <message>
            <source>{name} was changed by a colleague while you were editing</source>
            <translation>你编辑时，同事修改了“{name}”</translation>
        </message>
        <message>
            <source>Nothing was saved. When you save, the two versions are compared again.</source>
            <translation>尚未保存。再次保存时会重新比较两个版本。</translation>
        </message>
        <message>
            <source>Country, labels and owner are kept for the next contact.</source>
            <translation>国家或地区、标签和负责人已保留，供下一位联系人使用。</translation>
        </message>
        <message>
            <source>{name} was added</source>
            <translation>已添加“{name}”</translation>
        </message>
        <message>
            <source>{name} was saved</source>
            <translation>已保存“{name}”</translation>
        </message>
        <message>
            <source>The corrected copy of {name} was added</source>
            <translation>已添加“{name}”更正后的副本</translation>
        </message>
        <message>
            <source>An earlier try had reached DingTalk although its answer was lost.</source>
            <translation>之前的一次提交其实已到达钉钉，只是答复丢失了。</translation>
        </message>
        <message>
            <source>Changes that a colleague made meanwhile were kept: {fields}.</source>
            <translation>同事在此期间所做的更改已保留：{fields}。</translation>
        </message>
        <message>
            <source>DingTalk did not clear everything that you emptied: it still has {fields}. Clear it inside DingTalk.</source>
            <translation>你清空的内容，钉钉没有全部清除，仍保留：{fields}。可以在钉钉中清除。</translation>
        </message>
        <message>
            <source>If it is a mobile number of mainland China, choose +86.</source>
            <translation>如果是中国大陆手机号，请选择 +86。</translation>
        </message>
        <message>
            <source>A landline is fine with its area code: {landline}.</source>
            <translation>固定电话加上区号即可：{landline}。</translation>
        </message>
        <message>
            <source>China</source>
            <translation>中国大陆</translation>
        </message>
        <message numerus="yes">
            <source>%n label(s) are chosen; DingTalk takes {most} at most. Take off {over}.</source>
            <translation>
                <numerusform>已选 %n 个标签，钉钉最多接受 {most} 个，需去掉 {over} 个。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n department(s) are chosen; DingTalk takes {most} at most. Remove {over}.</source>
            <translation>
                <numerusform>已选 %n 个部门，钉钉最多接受 {most} 个，需移除 {over} 个。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people are chosen; DingTalk takes {most} at most. Remove {over}.</source>
            <translation>
                <numerusform>已选 %n 人，钉钉最多接受 {most} 人，需移除 {over} 人。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This number has %n digit(s); a mobile number in {name} has {wanted}.</source>
            <translation>
                <numerusform>号码只有 %n 位，{name}手机号应为 {wanted} 位。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This number has %n digit(s), more than the {wanted} of a mobile number in {name}.</source>
            <translation>
                <numerusform>号码有 %n 位，{name}手机号应为 {wanted} 位。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This number has %n digit(s), which is too few for {name}.</source>
            <translation>
                <numerusform>号码只有 %n 位，对{name}来说位数太少。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This number has %n digit(s), which is too many for {name}.</source>
            <translation>
                <numerusform>号码有 %n 位，对{name}来说位数太多。</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>姓名(&amp;N)</translation>
        </message>
        <message>
            <source>Al&amp;ias</source>
            <translation>别名(&amp;I)</translation>
        </message>
        <message>
            <source>C&amp;ompany</source>
            <translation>公司(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Job title</source>
            <translation>职务(&amp;J)</translation>
        </message>
        <message>
            <source>Country code</source>
            <translation>国家代码</translation>
        </message>
        <message>
            <source>P&amp;hone</source>
            <translation>电话(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;E-mail</source>
            <translation>邮箱(&amp;E)</translation>
        </message>
        <message>
            <source>A&amp;ddress</source>
            <translation>地址(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Labels</source>
            <translation>标签(&amp;L)</translation>
        </message>
        <message>
            <source>O&amp;wner</source>
            <translation>负责人(&amp;W)</translation>
        </message>
        <message>
            <source>Shared with depar&amp;tments</source>
            <translation>共享给部门(&amp;T)</translation>
        </message>
        <message>
            <source>Shared with &amp;people</source>
            <translation>共享给同事(&amp;P)</translation>
        </message>
        <message>
            <source>How you call this person</source>
            <translation>你对此人的称呼</translation>
        </message>
        <message>
            <source>At least one. DingTalk shows one per group; Ctrl+Space or a right click keeps a second.</source>
            <translation>至少一个。钉钉每组显示一个；按 Ctrl+Space 或点右键，可在同组中多选。</translation>
        </message>
        <message>
            <source>Cannot be changed after adding</source>
            <translation>添加后无法更改</translation>
        </message>
        <message>
            <source>Enter a name.</source>
            <translation>输入姓名。</translation>
        </message>
        <message>
            <source>Choose the country of the phone number.</source>
            <translation>选择电话号码所属的国家。</translation>
        </message>
        <message>
            <source>Enter a phone number.</source>
            <translation>输入电话号码。</translation>
        </message>
        <message>
            <source>Choose at least one label.</source>
            <translation>至少选择一个标签。</translation>
        </message>
        <message>
            <source>Choose the colleague who looks after this contact.</source>
            <translation>选择负责此联系人的同事。</translation>
        </message>
        <message>
            <source>No country has the dialling code +{country}.</source>
            <translation>没有区号为 +{country} 的国家。</translation>
        </message>
        <message>
            <source>There is more in here than a phone number. Leave the digits of one number.</source>
            <translation>这里不只是一个电话号码。只保留一个号码的数字。</translation>
        </message>
        <message>
            <source>There is more than one number in here. Leave one of them.</source>
            <translation>这里有不止一个号码，请只保留一个。</translation>
        </message>
        <message>
            <source>No phone number in {name} looks like this.</source>
            <translation>{name}没有这种格式的电话号码。</translation>
        </message>
        <message>
            <source>No number like this is in use in {name} as far as is known. Check the digits; it can be saved.</source>
            <translation>据所知，{name}没有使用这样的号码。可核对数字，也可以照此保存。</translation>
        </message>
        <message>
            <source>This looks like a landline without its area code. With it, a number reads like {landline}.</source>
            <translation>看起来是没有区号的座机号码。加上区号应类似 {landline}。</translation>
        </message>
        <message>
            <source>This number begins with the code of {name}, +{country}. Choose that country, or leave the code out.</source>
            <translation>号码以{name}的区号 +{country} 开头。选择该国家，或去掉区号。</translation>
        </message>
    </context>
    <context>
        <name>LabelLanes</name>
        <message>
            <source>A contact has at most {most} labels. Take one off to choose another.</source>
            <translation>一位联系人最多 {most} 个标签。先取下一个，再选另一个。</translation>
        </message>
        <message>
            <source>&amp;Take off</source>
            <translation>取下(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Keep only this one of its group</source>
            <translation>本组只保留这一个(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Choose instead</source>
            <translation>改选这个(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Choose</source>
            <translation>选择(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Also add	Ctrl+Space</source>
            <translation>同时添加(&amp;A)	Ctrl+Space</translation>
        </message>
        <message>
            <source>Chosen</source>
            <translation>已选</translation>
        </message>
        <message>
            <source>Label {id} (its name is being read)</source>
            <translation>标签 {id}（正在读取名称）</translation>
        </message>
        <message>
            <source>No longer in DingTalk</source>
            <translation>钉钉中已不存在</translation>
        </message>
        <message>
            <source>Label {id} (no longer in DingTalk)</source>
            <translation>标签 {id}（钉钉中已不存在）</translation>
        </message>
        <message>
            <source>Label {id}</source>
            <translation>标签 {id}</translation>
        </message>
        <message>
            <source>The labels are being read from DingTalk…</source>
            <translation>正在从钉钉读取标签…</translation>
        </message>
        <message>
            <source>Your organisation has no labels yet. They are made inside DingTalk by an administrator, and appear here by themselves.</source>
            <translation>你的组织还没有标签。标签由管理员在钉钉中创建，之后会自动出现在这里。</translation>
        </message>
        <message>
            <source>No label matches “{text}”.</source>
            <translation>没有标签匹配“{text}”。</translation>
        </message>
        <message>
            <source>Find a label</source>
            <translation>查找标签</translation>
        </message>
    </context>
    <context>
        <name>LabelTree</name>
        <message>
            <source>{colour} {number}</source>
            <translation>{colour} {number}</translation>
        </message>
        <message>
            <source>Colour {colour}</source>
            <translation>颜色：{colour}</translation>
        </message>
        <message>
            <source>{group}: no labels</source>
            <translation>{group}：没有标签</translation>
        </message>
        <message numerus="yes">
            <source>{group}: {label}, %Ln contact(s)</source>
            <translation>
                <numerusform>{group}：{label}，%Ln 位联系人</numerusform>
            </translation>
        </message>
        <message>
            <source>Without {label}</source>
            <translation>不含 {label}</translation>
        </message>
    </context>
    <context>
        <name>LabelView</name>
        <message>
            <source>Labels</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>&amp;Filter by this label</source>
            <translation>按此标签筛选(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Exclude this label	Shift+Space</source>
            <translation>排除此标签(&amp;E)	Shift+Space</translation>
        </message>
    </context>
    <context>
        <name>Labels</name>
        <message>
            <source>{group}: {label}</source>
            <translation>{group}：{label}</translation>
        </message>
        <message>
            <source>Loading</source>
            <translation>正在加载</translation>
        </message>
        <message>
            <source>Label {id}</source>
            <translation>标签 {id}</translation>
        </message>
    </context>
    <context>
        <name>LanguageRow</name>
        <message>
            <source>Language:</source>
            <translation>语言：</translation>
        </message>
    </context>
    <context>
        <name>LineEdit</name>
        <message>
            <source>To be mended</source>
            <translation>需要更正</translation>
        </message>
        <message>
            <source>Doubtful</source>
            <translation>存疑</translation>
        </message>
    </context>
    <context>
        <name>ListFoot</name>
        <message>
            <source>More match one of the words:</source>
            <translation>只匹配其中一个词的还有：</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>More match one of the words: {words}.</source>
            <translation>只匹配其中一个词的还有：{words}。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln more contact(s) match but are hidden by the filters.</source>
            <translation>
                <numerusform>另有 %Ln 位符合，但被筛选条件隐藏。</numerusform>
            </translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>Search all contacts</source>
            <translation>在全部联系人中搜索</translation>
        </message>
        <message numerus="yes">
            <source>%Ln more contact(s) match “{text}”</source>
            <translation>
                <numerusform>另有 %Ln 位联系人匹配“{text}”</numerusform>
            </translation>
        </message>
        <message>
            <source>“{text}” ({count})</source>
            <translation>“{text}”（{count}）</translation>
        </message>
    </context>
    <context>
        <name>LockedBox</name>
        <message>
            <source>{title}, cannot be changed here</source>
            <translation>{title}，在此不能更改</translation>
        </message>
        <message>
            <source>Copy: {title}</source>
            <translation>复制：{title}</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>已复制。</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
    </context>
    <context>
        <name>LockedField</name>
        <message>
            <source>Can only be changed inside DingTalk, not from this program.</source>
            <translation>只能在钉钉中更改，本程序无法修改。</translation>
        </message>
        <message>
            <source>Is not saved with a new contact. Copy it, and add it inside DingTalk afterwards.</source>
            <translation>不会随新联系人一起保存。请复制，之后在钉钉中添加。</translation>
        </message>
        <message>
            <source>Can only be added inside DingTalk, not from this program</source>
            <translation>只能在钉钉中添加，本程序无法填写</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Address Book for DingTalk</source>
            <translation>钉钉通讯录</translation>
        </message>
        <message>
            <source>Sample book</source>
            <translation>示例通讯录</translation>
        </message>
        <message>
            <source>{book} – {program}</source>
            <translation>{book} – {program}</translation>
        </message>
    </context>
    <context>
        <name>MessageDialog</name>
        <message>
            <source>Message for the administrator</source>
            <translation>发给管理员的消息</translation>
        </message>
        <message>
            <source>&amp;Copy message</source>
            <translation>复制消息(&amp;C)</translation>
        </message>
        <message>
            <source>De&amp;tails</source>
            <translation>详细信息(&amp;T)</translation>
        </message>
        <message>
            <source>Copy for &amp;support</source>
            <translation>复制以供支持(&amp;S)</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>News</name>
        <message numerus="yes">
            <source>%Ln new</source>
            <translation>
                <numerusform>新增 %Ln 人</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln changed</source>
            <translation>
                <numerusform>更改 %Ln 人</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln removed</source>
            <translation>
                <numerusform>移除 %Ln 人</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
    </context>
    <context>
        <name>NewsLine</name>
        <message>
            <source>List those removed</source>
            <translation>列出已移除的</translation>
        </message>
        <message>
            <source>Mark as seen</source>
            <translation>标为看过</translation>
        </message>
        <message>
            <source>From now on only what changes after this is told</source>
            <translation>此后只提示新的变化</translation>
        </message>
        <message>
            <source>{news} since you last looked ({when})</source>
            <translation>上次查看（{when}）后：{news}</translation>
        </message>
        <message>
            <source>Nothing has changed since you looked</source>
            <translation>上次查看后没有变化</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>No longer in DingTalk: {names}</source>
            <translation>已不在钉钉中：{names}</translation>
        </message>
        <message numerus="yes">
            <source>{names} and %Ln more</source>
            <translation>
                <numerusform>{names}，以及另外 %Ln 人</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
    </context>
    <context>
        <name>Outcomes</name>
        <message>
            <source>{name} was deleted meanwhile</source>
            <translation>“{name}”已在此期间被删除</translation>
        </message>
        <message>
            <source>Your changes are kept under Unfinished. You can add the contact anew from there.</source>
            <translation>你的修改保留在“未完成”中，可以从那里重新添加这位联系人。</translation>
        </message>
        <message>
            <source>{name} was changed by a colleague meanwhile</source>
            <translation>同事在此期间修改了“{name}”</translation>
        </message>
        <message>
            <source>The same was changed differently, so nothing was saved. What you typed is kept under Unfinished: save it from there to compare both versions.</source>
            <translation>双方对同一处做了不同的修改，因此没有保存。你输入的内容保留在“未完成”中：从那里保存即可比较两个版本。</translation>
        </message>
        <message>
            <source>DingTalk was asked again and does not have it. What you typed is kept under Unfinished.</source>
            <translation>再次向钉钉确认后，没有找到这项内容。你输入的内容保留在“未完成”中。</translation>
        </message>
        <message>
            <source>The new contact of {name} was deleted again</source>
            <translation>“{name}”的新联系人已重新删除</translation>
        </message>
        <message>
            <source>The old contact is as it was. What you typed is kept under Unfinished.</source>
            <translation>原联系人保持原样。你输入的内容保留在“未完成”中。</translation>
        </message>
        <message>
            <source>The number of {name} was replaced</source>
            <translation>“{name}”的号码已更换</translation>
        </message>
        <message>
            <source>{name} was deleted</source>
            <translation>“{name}”已删除</translation>
        </message>
        <message>
            <source>The answer from DingTalk had been lost; the contact is gone.</source>
            <translation>之前没有收到钉钉的答复；现已确认联系人已删除。</translation>
        </message>
        <message>
            <source>The filters that are set hide this contact.</source>
            <translation>当前的筛选条件隐藏了这位联系人。</translation>
        </message>
        <message>
            <source>Nothing was deleted</source>
            <translation>未删除任何联系人</translation>
        </message>
        <message>
            <source>This program could not read these contacts, and deletes nobody whom it cannot name. They can be deleted inside DingTalk.</source>
            <translation>本程序无法读取这些联系人，说不出名字的联系人不会删除。可以在钉钉中删除他们。</translation>
        </message>
        <message>
            <source>It is not known whether {name} was added</source>
            <translation>无法得知“{name}”是否已添加</translation>
        </message>
        <message>
            <source>What you typed is kept under Unfinished.</source>
            <translation>你输入的内容保留在“未完成”中。</translation>
        </message>
        <message>
            <source>The contact is as it was.</source>
            <translation>联系人保持原样。</translation>
        </message>
        <message>
            <source>The old and the new contact are both there. You can go on under Unfinished.</source>
            <translation>原联系人和新联系人都在，可以在“未完成”中继续。</translation>
        </message>
        <message>
            <source>{name} was not added</source>
            <translation>“{name}”未能添加</translation>
        </message>
        <message>
            <source>The changes of {name} were not saved</source>
            <translation>“{name}”的修改未能保存</translation>
        </message>
        <message>
            <source>{name} was not deleted</source>
            <translation>“{name}”未能删除</translation>
        </message>
        <message>
            <source>The number of {name} was not replaced</source>
            <translation>“{name}”的号码未能更换</translation>
        </message>
    </context>
    <context>
        <name>OwnerButton</name>
        <message>
            <source>Any owner</source>
            <translation>任意负责人</translation>
        </message>
        <message numerus="yes">
            <source>%n owner(s)</source>
            <translation>
                <numerusform>%n 位负责人</numerusform>
            </translation>
        </message>
        <message>
            <source>Owner: {who}</source>
            <translation>负责人：{who}</translation>
        </message>
    </context>
    <context>
        <name>OwnerField</name>
        <message>
            <source>Choose the owner</source>
            <translation>选择负责人</translation>
        </message>
        <message>
            <source>Choose a colleague</source>
            <translation>选择同事</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>{title}: {who}</source>
            <translation>{title}：{who}</translation>
        </message>
    </context>
    <context>
        <name>OwnerPopup</name>
        <message>
            <source>Filter by owner</source>
            <translation>按负责人筛选</translation>
        </message>
        <message>
            <source>Owners</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Find an owner by name or id</source>
            <translation>按姓名或编号查找负责人</translation>
        </message>
        <message>
            <source>Find an owner</source>
            <translation>查找负责人</translation>
        </message>
        <message>
            <source>Anyone</source>
            <translation>任何人</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message numerus="yes">
            <source>{name}, %Ln contact(s)</source>
            <translation>
                <numerusform>{name}，%Ln 位联系人</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>People</name>
        <message>
            <source>Id {id}</source>
            <translation>编号 {id}</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Whole organisation</source>
            <translation>整个组织</translation>
        </message>
        <message>
            <source>You</source>
            <translation>你</translation>
        </message>
        <message>
            <source>You ({name})</source>
            <translation>你（{name}）</translation>
        </message>
        <message>
            <source>Left ({id})</source>
            <translation>离职 {id}</translation>
        </message>
        <message>
            <source>No longer in the organisation (id {id})</source>
            <translation>已不在本组织（编号 {id}）</translation>
        </message>
        <message>
            <source>Department that no longer exists (id {id})</source>
            <translation>已不存在的部门（编号 {id}）</translation>
        </message>
        <message>
            <source>Not shared ({id})</source>
            <translation>未提供 {id}</translation>
        </message>
        <message>
            <source>Name not shared (id {id})</source>
            <translation>未提供姓名（编号 {id}）</translation>
        </message>
        <message>
            <source>Loading</source>
            <translation>正在加载</translation>
        </message>
    </context>
    <context>
        <name>PeopleField</name>
        <message>
            <source>Share with people</source>
            <translation>共享给同事</translation>
        </message>
    </context>
    <context>
        <name>Permissions</name>
        <message>
            <source>Read permission for external contacts</source>
            <translation>外部联系人读权限</translation>
        </message>
        <message>
            <source>Write permission for external contacts</source>
            <translation>外部联系人写权限</translation>
        </message>
        <message>
            <source>Permission to find members by mobile number</source>
            <translation>根据手机号获取成员信息的权限</translation>
        </message>
        <message>
            <source>Read permission for member information</source>
            <translation>成员信息读权限</translation>
        </message>
        <message>
            <source>Read permission for department members</source>
            <translation>通讯录部门成员读权限</translation>
        </message>
        <message>
            <source>Read permission for departments</source>
            <translation>通讯录部门信息读权限</translation>
        </message>
    </context>
    <context>
        <name>PhoneField</name>
        <message>
            <source>No phone number, or one that is not shown to this program</source>
            <translation>没有电话号码，或号码不对本程序显示</translation>
        </message>
        <message>
            <source>DingTalk does not let a number be changed.</source>
            <translation>钉钉不允许更改号码。</translation>
        </message>
        <message>
            <source>&amp;Replace number…</source>
            <translation>更换号码(&amp;R)…</translation>
        </message>
        <message>
            <source>Mobile or landline number</source>
            <translation>手机或座机号码</translation>
        </message>
    </context>
    <context>
        <name>PickDialog</name>
        <message>
            <source>&amp;Cancel</source>
            <translation>取消(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Done</source>
            <translation>完成(&amp;D)</translation>
        </message>
        <message>
            <source>{count} of at most {most} chosen</source>
            <translation>已选 {count} 项，最多 {most} 项</translation>
        </message>
        <message numerus="yes">
            <source>{count} chosen, at most {most} are possible: take off %n</source>
            <translation>
                <numerusform>已选 {count} 项，最多 {most} 项：请取消 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
    </context>
    <context>
        <name>PickModel</name>
        <message numerus="yes">
            <source>%Ln contact(s)</source>
            <translation>
                <numerusform>%Ln 位联系人</numerusform>
            </translation>
        </message>
        <message>
            <source>department, opens with the right arrow</source>
            <translation>部门，按右方向键打开</translation>
        </message>
        <message>
            <source>chosen</source>
            <translation>已选择</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
    </context>
    <context>
        <name>Program</name>
        <message>
            <source>The settings could not be read</source>
            <translation>无法读取设置</translation>
        </message>
        <message>
            <source>Their file was damaged; it is kept as {name}, and the program begins with the usual settings. If your organisation was connected, connect it once more. Your contacts in DingTalk are not affected.</source>
            <translation>设置文件已损坏，已另存为 {name}，本程序将使用默认设置。如果之前连接过组织，需要重新连接。钉钉中的联系人不受影响。</translation>
        </message>
        <message>
            <source>&amp;Go on</source>
            <translation>继续(&amp;G)</translation>
        </message>
        <message>
            <source>This is the sample book: nothing real can be lost.</source>
            <translation>这是示例通讯录，不会丢失任何真实内容。</translation>
        </message>
        <message>
            <source>Your contacts are safe: they are kept in DingTalk.</source>
            <translation>你的联系人是安全的，都保存在钉钉中。</translation>
        </message>
        <message>
            <source>Something went wrong in the program</source>
            <translation>程序出了问题</translation>
        </message>
        <message>
            <source>You can go on working. If it happens again, close the program and start it again, and report the problem.</source>
            <translation>你可以继续工作。如果再次出现，关闭程序后重新启动，并报告问题。</translation>
        </message>
        <message>
            <source>&amp;Report the problem…</source>
            <translation>报告问题(&amp;R)…</translation>
        </message>
    </context>
    <context>
        <name>ReadOnly</name>
        <message>
            <source>Check &amp;again</source>
            <translation>重新检查(&amp;A)</translation>
        </message>
        <message>
            <source>This book can be read and not changed</source>
            <translation>这本通讯录只能查看，不能修改</translation>
        </message>
        <message>
            <source>It was opened with the token of another provider's app. DingTalk lets only the organisation's own app change external contacts. Ask your DingTalk administrator for its App key and App secret, and connect with these.</source>
            <translation>它是使用第三方应用的访问凭证打开的。钉钉只允许组织自己的应用修改外部联系人。可以向钉钉管理员索取该应用的 App Key 和 App Secret，并用它们连接。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>RecentList</name>
        <message>
            <source>Recent searches</source>
            <translation>最近搜索</translation>
        </message>
        <message>
            <source>Clear recent searches</source>
            <translation>清除最近搜索</translation>
        </message>
        <message numerus="yes">
            <source>%Ln recent search(es). The down arrow goes to them.</source>
            <translation>
                <numerusform>%Ln 条最近搜索，按向下键选择。</numerusform>
            </translation>
        </message>
        <message>
            <source>Recent searches cleared</source>
            <translation>已清除最近搜索</translation>
        </message>
        <message>
            <source>Removed “{text}”</source>
            <translation>已移除“{text}”</translation>
        </message>
        <message>
            <source>Remove (Delete)</source>
            <translation>移除 (Delete)</translation>
        </message>
    </context>
    <context>
        <name>RemovedDialog</name>
        <message numerus="yes">
            <source>%Ln contact(s) no longer in DingTalk</source>
            <translation>
                <numerusform>%Ln 位联系人已不在钉钉中</numerusform>
            </translation>
        </message>
        <message>
            <source>Somebody deleted them there. They are not on this computer any more either.</source>
            <translation>有人在钉钉中删除了这些联系人，这台电脑上也不再保留。</translation>
        </message>
        <message numerus="yes">
            <source>%Ln more</source>
            <translation>
                <numerusform>还有 %Ln 位</numerusform>
            </translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source> · </source>
            <translation> · </translation>
        </message>
    </context>
    <context>
        <name>RenewDialog</name>
        <message>
            <source>Enter the Client ID (App key).</source>
            <translation>输入 Client ID（AppKey）。</translation>
        </message>
        <message>
            <source>Enter the Client Secret (App secret).</source>
            <translation>输入 Client Secret（AppSecret）。</translation>
        </message>
        <message>
            <source>{title}. {text}</source>
            <translation>{title}。{text}</translation>
        </message>
        <message>
            <source>Signing in…</source>
            <translation>正在登录…</translation>
        </message>
        <message>
            <source>&amp;Sign in</source>
            <translation>登录(&amp;S)</translation>
        </message>
        <message>
            <source>Enter key and secret again</source>
            <translation>重新输入密钥</translation>
        </message>
        <message>
            <source>Ask your DingTalk administrator for the present ones. The contacts on this computer stay; they are refreshed as soon as DingTalk accepts key and secret.</source>
            <translation>向钉钉管理员索取当前的 Client ID 和 Client Secret。这台电脑上的联系人会保留；钉钉接受之后即会刷新。</translation>
        </message>
        <message>
            <source>Client &amp;ID (App key)</source>
            <translation>Client &amp;ID（AppKey）</translation>
        </message>
        <message>
            <source>Client S&amp;ecret (App secret)</source>
            <translation>Client S&amp;ecret（AppSecret）</translation>
        </message>
        <message>
            <source>Kept in this computer's password store, never in a file.</source>
            <translation>保存在这台电脑的密码库中，绝不写入文件。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>ReplaceGuide</name>
        <message>
            <source>Replace the number of {name}</source>
            <translation>更换 {name} 的号码</translation>
        </message>
        <message>
            <source>&amp;Undo: delete the new contact</source>
            <translation>撤销：删除新联系人(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Check now</source>
            <translation>立即检查(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Make the new contact</source>
            <translation>创建新联系人(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Delete the old contact</source>
            <translation>删除原联系人(&amp;D)</translation>
        </message>
        <message>
            <source>C&amp;lose</source>
            <translation>关闭(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Later</source>
            <translation>稍后(&amp;L)</translation>
        </message>
        <message>
            <source>This is the number that the contact has now.</source>
            <translation>这就是该联系人现在的号码。</translation>
        </message>
        <message>
            <source>A new contact needs more than this one has</source>
            <translation>新联系人需要的信息比这个联系人现有的多</translation>
        </message>
        <message>
            <source>{problem} Close this window and mend it in the form first.</source>
            <translation>{problem}请先关闭此窗口，在表单中改好。</translation>
        </message>
        <message>
            <source>Making the new contact…</source>
            <translation>正在创建新联系人…</translation>
        </message>
        <message>
            <source>Deleting the old contact…</source>
            <translation>正在删除原联系人…</translation>
        </message>
        <message>
            <source>Deleting the new contact again…</source>
            <translation>正在删除新联系人…</translation>
        </message>
        <message>
            <source>Bringing the changes over…</source>
            <translation>正在带入更改…</translation>
        </message>
        <message>
            <source>The contact was added with the new number</source>
            <translation>已用新号码添加该联系人</translation>
        </message>
        <message>
            <source>&amp;Bring it over</source>
            <translation>带入新联系人(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Go on without it</source>
            <translation>不带入，继续(&amp;G)</translation>
        </message>
        <message>
            <source>Delete it &amp;all the same</source>
            <translation>仍然删除(&amp;A)</translation>
        </message>
    </context>
    <context>
        <name>ReplaceParts</name>
        <message>
            <source>Now: {number}</source>
            <translation>现在：{number}</translation>
        </message>
        <message>
            <source>&amp;New phone number</source>
            <translation>新电话号码(&amp;N)</translation>
        </message>
        <message>
            <source>What moves to the new contact</source>
            <translation>会带到新联系人的内容</translation>
        </message>
        <message>
            <source>DingTalk gives the new contact a new id.</source>
            <translation>钉钉会给新联系人一个新的 ID。</translation>
        </message>
        <message>
            <source>What DingTalk does not show to programs, such as follow-ups that were written there, stays with the old contact and goes with it.</source>
            <translation>钉钉不向程序提供的内容（例如在钉钉里写的跟进记录）留在原联系人中，并随它一起删除。</translation>
        </message>
        <message>
            <source>The e-mail address cannot move: copy it, and add it to the new contact in DingTalk.</source>
            <translation>邮箱地址无法带过去：请复制它，再到钉钉里添加到新联系人。</translation>
        </message>
        <message>
            <source>What cannot move</source>
            <translation>带不过去的内容</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>DingTalk does not let a number be changed. First a new contact is made with the new number; the old one is deleted only when you say so.</source>
            <translation>钉钉不允许修改号码。程序先用新号码创建一个新联系人；只有在你确认之后，才会删除原联系人。</translation>
        </message>
        <message>
            <source>When all you need has moved, delete the old contact. It is deleted for everybody in your organisation, and this cannot be undone.</source>
            <translation>需要的内容都带过去之后，请删除原联系人。它会对组织中的所有人删除，且无法撤销。</translation>
        </message>
    </context>
    <context>
        <name>Replacing</name>
        <message>
            <source>no number</source>
            <translation>没有号码</translation>
        </message>
        <message>
            <source>Both contacts are in the book now: the new one with {new}, and the old one with {old}.</source>
            <translation>两个联系人现在都在通讯录中：新联系人的号码是 {new}，原联系人的号码是 {old}。</translation>
        </message>
        <message>
            <source>Checking whether the old contact was deleted</source>
            <translation>正在确认原联系人是否已删除</translation>
        </message>
        <message>
            <source>Checking whether the new contact was deleted again</source>
            <translation>正在确认新联系人是否已重新删除</translation>
        </message>
        <message>
            <source>Checking whether the new contact was made</source>
            <translation>正在确认新联系人是否已创建</translation>
        </message>
        <message>
            <source>The new contact is there</source>
            <translation>新联系人已创建</translation>
        </message>
        <message>
            <source>The new contact was deleted again</source>
            <translation>新联系人已再次删除</translation>
        </message>
        <message>
            <source>{name} is as before, with the old number.</source>
            <translation>{name} 保持原样，仍是原来的号码。</translation>
        </message>
        <message>
            <source>Somebody has deleted the new contact meanwhile</source>
            <translation>新联系人在此期间被人删除了</translation>
        </message>
        <message>
            <source>The new contact was not made, as far as can be seen</source>
            <translation>目前看来，新联系人没有创建成功</translation>
        </message>
        <message>
            <source>{name} is as before, with the old number. You can make the new contact again.</source>
            <translation>{name} 保持原样，仍是原来的号码。你可以再次创建新联系人。</translation>
        </message>
        <message>
            <source>{name} was deleted by a colleague meanwhile</source>
            <translation>{name} 在此期间被同事删除了</translation>
        </message>
        <message>
            <source>You can still add the contact with the new number, as a new one.</source>
            <translation>你仍然可以用新号码把它添加为新联系人。</translation>
        </message>
        <message>
            <source>Changed in the old contact: {fields}. Nothing was deleted.</source>
            <translation>原联系人中有更改：{fields}。没有删除任何内容。</translation>
        </message>
        <message>
            <source>Changed in the old contact: {fields}. Nothing was deleted. Bring this into the new contact before the old one goes.</source>
            <translation>原联系人中有更改：{fields}。没有删除任何内容。请先把这些更改带入新联系人，再删除原联系人。</translation>
        </message>
        <message>
            <source>A colleague has changed the old contact since the new one was made</source>
            <translation>新联系人创建之后，有同事更改了原联系人</translation>
        </message>
        <message>
            <source>The new contact is not as it was made: somebody has changed it</source>
            <translation>新联系人与创建时不同：有人更改过它</translation>
        </message>
        <message>
            <source>If you delete it, these changes are lost. Nothing was deleted so far.</source>
            <translation>如果删除它，这些更改会丢失。目前没有删除任何内容。</translation>
        </message>
        <message>
            <source>The new contact has all that can move</source>
            <translation>能带的内容都已在新联系人中</translation>
        </message>
        <message>
            <source>A colleague had deleted the old contact already; the new one is in the book.</source>
            <translation>同事已经先删除了原联系人；新联系人在通讯录中。</translation>
        </message>
        <message>
            <source>The number of {name} is replaced</source>
            <translation>{name} 的号码已更换</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>Report a problem</source>
            <translation>报告问题</translation>
        </message>
        <message>
            <source>This is what the program knows. Secrets, phone numbers and e-mail addresses are taken out. Nothing is sent: save the file, look through it, and give it to whoever looks after the program.</source>
            <translation>这是本程序掌握的信息，密钥、电话号码和邮箱地址均已去除。不会发送任何内容：保存文件、查看之后，再交给维护本程序的人。</translation>
        </message>
        <message>
            <source>What will be saved</source>
            <translation>将要保存的内容</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>复制(&amp;C)</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>&amp;Save as…</source>
            <translation>另存为(&amp;S)…</translation>
        </message>
        <message>
            <source>Saved as {name}.</source>
            <translation>已保存为 {name}。</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>保存报告</translation>
        </message>
        <message>
            <source>Text files (*.txt)</source>
            <translation>文本文件 (*.txt)</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>已复制。</translation>
        </message>
    </context>
    <context>
        <name>ResultLine</name>
        <message>
            <source>Sort &amp;by</source>
            <translation>排序方式(&amp;B)</translation>
        </message>
        <message numerus="yes">
            <source>%Ln selected</source>
            <translation>
                <numerusform>已选择 %Ln 位</numerusform>
            </translation>
        </message>
        <message>
            <source>Sorted by: {column}</source>
            <translation>排序：{column}</translation>
        </message>
        <message>
            <source>Best match first</source>
            <translation>最匹配的在前</translation>
        </message>
        <message>
            <source>Best match, then {column}</source>
            <translation>先按匹配，再按{column}</translation>
        </message>
        <message>
            <source>Best match first. {sorted}</source>
            <translation>最匹配的在前。{sorted}</translation>
        </message>
        <message>
            <source>among the {total} loaded so far</source>
            <translation>（已加载 {total} 位）</translation>
        </message>
        <message>
            <source>of {total}; still searching</source>
            <translation>（共 {total} 位，仍在搜索）</translation>
        </message>
        <message>
            <source>of {total}</source>
            <translation>（共 {total} 位）</translation>
        </message>
        <message>
            <source>of {total}; owners' names are still loading</source>
            <translation>（共 {total} 位，负责人姓名仍在加载）</translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) so far</source>
            <translation>
                <numerusform>目前 %Ln 位联系人</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s)</source>
            <translation>
                <numerusform>%Ln 位联系人</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) match both “{one}” and “{other}”</source>
            <translation>
                <numerusform>%Ln 位联系人同时匹配“{one}”和“{other}”</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) match all words of “{text}”</source>
            <translation>
                <numerusform>%Ln 位联系人匹配“{text}”中的每个词</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) match “{text}”</source>
            <translation>
                <numerusform>%Ln 位联系人匹配“{text}”</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Oldest first</source>
            <translation>从旧到新(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Descending</source>
            <translation>降序(&amp;D)</translation>
        </message>
    </context>
    <context>
        <name>SampleCard</name>
        <message>
            <source>Try it with sample contacts</source>
            <translation>用示例联系人试用</translation>
        </message>
        <message>
            <source>About 2,000 invented people. Nothing is sent anywhere and nothing needs to be set up.</source>
            <translation>约 2,000 位虚构人物。不发送任何内容，也无需任何设置。</translation>
        </message>
        <message>
            <source>Find people by name, pinyin, company or number</source>
            <translation>按姓名、拼音、公司或号码找人</translation>
        </message>
        <message>
            <source>Filter by labels and by owner</source>
            <translation>按标签和负责人筛选</translation>
        </message>
        <message>
            <source>Add and correct; delete with Undo</source>
            <translation>新增和更正；删除可以撤销</translation>
        </message>
        <message>
            <source>Connect later from the File menu</source>
            <translation>以后可从“文件”菜单连接</translation>
        </message>
        <message>
            <source>&amp;Open sample contacts</source>
            <translation>打开示例联系人(&amp;O)</translation>
        </message>
    </context>
    <context>
        <name>ScopeButton</name>
        <message numerus="yes">
            <source>%Ln contact(s)</source>
            <translation>
                <numerusform>%Ln 位联系人</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>Find by name, pinyin, company, phone, label …</source>
            <translation>按姓名、拼音、公司、电话、标签查找…</translation>
        </message>
        <message>
            <source>Find contacts</source>
            <translation>查找联系人</translation>
        </message>
        <message>
            <source>Several words find who has all of them. Down or Enter goes to the list, Esc clears.</source>
            <translation>输入多个词时，查找包含所有词的联系人。按向下键或 Enter 进入列表，按 Esc 清除。</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>查找</translation>
        </message>
        <message>
            <source>Clear the text</source>
            <translation>清除文字</translation>
        </message>
    </context>
    <context>
        <name>SearchReason</name>
        <message>
            <source>name: {text}</source>
            <translation>姓名：{text}</translation>
        </message>
        <message>
            <source>alias: {text}</source>
            <translation>备注：{text}</translation>
        </message>
        <message>
            <source>company: {text}</source>
            <translation>公司：{text}</translation>
        </message>
        <message>
            <source>title: {text}</source>
            <translation>职位：{text}</translation>
        </message>
        <message>
            <source>address: {text}</source>
            <translation>地址：{text}</translation>
        </message>
        <message>
            <source>e-mail: {text}</source>
            <translation>邮箱：{text}</translation>
        </message>
        <message>
            <source>phone: {text}</source>
            <translation>电话：{text}</translation>
        </message>
        <message>
            <source>label: {text}</source>
            <translation>标签：{text}</translation>
        </message>
        <message>
            <source>owner: {text}</source>
            <translation>负责人：{text}</translation>
        </message>
        <message>
            <source>pinyin: {text}</source>
            <translation>拼音：{text}</translation>
        </message>
    </context>
    <context>
        <name>SecretField</name>
        <message>
            <source>Show what is typed</source>
            <translation>显示输入的内容</translation>
        </message>
    </context>
    <context>
        <name>SecretStore</name>
        <message>
            <source>&amp;Go on for this time only</source>
            <translation>仅本次继续(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Try again</source>
            <translation>重试(&amp;T)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>&amp;Language</source>
            <translation>语言(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Appearance</source>
            <translation>外观(&amp;A)</translation>
        </message>
        <message>
            <source>Look for &amp;changes</source>
            <translation>检查联系人变动(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Name for this book</source>
            <translation>通讯录名称(&amp;N)</translation>
        </message>
        <message>
            <source>Your &amp;mobile number</source>
            <translation>你的手机号(&amp;M)</translation>
        </message>
        <message>
            <source>{title}. {text}</source>
            <translation>{title}。{text}</translation>
        </message>
        <message>
            <source>Without a number the program cannot tell which contacts are yours.</source>
            <translation>没有手机号，本程序无法判断哪些联系人是你负责的。</translation>
        </message>
        <message>
            <source>You were found. The program can tell which contacts are yours.</source>
            <translation>已找到你，本程序可以判断哪些联系人是你负责的。</translation>
        </message>
        <message>
            <source>You are {name}. The program can tell which contacts are yours.</source>
            <translation>你的姓名：{name}。本程序可以判断哪些联系人是你负责的。</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Like the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message numerus="yes">
            <source>Every %n minute(s)</source>
            <translation>
                <numerusform>每 %n 分钟</numerusform>
            </translation>
        </message>
        <message>
            <source>Compact &amp;rows</source>
            <translation>紧凑行距(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Begin new contacts like the last one added</source>
            <translation>新建联系人时沿用上一位的内容(&amp;B)</translation>
        </message>
        <message>
            <source>Country, owner and labels are filled in; all of them can be changed.</source>
            <translation>自动填入国家、负责人和标签，都可以更改。</translation>
        </message>
        <message>
            <source>This book</source>
            <translation>这份通讯录</translation>
        </message>
        <message>
            <source>Look me &amp;up</source>
            <translation>查找我(&amp;U)</translation>
        </message>
        <message>
            <source>Enter &amp;key and secret again…</source>
            <translation>重新输入密钥(&amp;K)…</translation>
        </message>
        <message>
            <source>Sign &amp;out…</source>
            <translation>退出登录(&amp;O)…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>SeveralSelected</name>
        <message numerus="yes">
            <source>%Ln contacts are selected.</source>
            <translation>
                <numerusform>已选择 %Ln 位联系人。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Delete %Ln contacts…</source>
            <translation>
                <numerusform>删除 %Ln 位联系人…</numerusform>
            </translation>
        </message>
        <message>
            <source>Contacts cannot be changed now.</source>
            <translation>目前不能修改联系人。</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Sidebar</source>
            <translation>侧栏</translation>
        </message>
        <message>
            <source>All contacts</source>
            <translation>全部联系人</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我负责的</translation>
        </message>
        <message>
            <source>Shared with me</source>
            <translation>共享给我的</translation>
        </message>
        <message>
            <source>No label</source>
            <translation>无标签</translation>
        </message>
        <message>
            <source>Recently viewed</source>
            <translation>最近查看</translation>
        </message>
        <message>
            <source>New and changed</source>
            <translation>新增和更改</translation>
        </message>
        <message>
            <source>The contacts you looked at last, on this computer</source>
            <translation>你最近在这台电脑上查看的联系人</translation>
        </message>
        <message>
            <source>What others have added or changed since you looked</source>
            <translation>上次查看后其他人新增或更改的联系人</translation>
        </message>
        <message>
            <source>Unfinished</source>
            <translation>未完成</translation>
        </message>
        <message>
            <source>Drafts, and changes whose outcome is not known yet</source>
            <translation>草稿，以及结果尚不明确的更改</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Clear the label filter</source>
            <translation>清除标签筛选</translation>
        </message>
        <message>
            <source>How the chosen labels combine</source>
            <translation>所选标签的组合方式</translation>
        </message>
        <message>
            <source>Any</source>
            <translation>任一</translation>
        </message>
        <message>
            <source>Contacts with at least one of the chosen labels</source>
            <translation>至少有一个所选标签的联系人</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Contacts with all of the chosen labels</source>
            <translation>具有全部所选标签的联系人</translation>
        </message>
        <message>
            <source>Without</source>
            <translation>不含</translation>
        </message>
        <message>
            <source>Contacts with none of the chosen labels</source>
            <translation>没有任何所选标签的联系人</translation>
        </message>
        <message numerus="yes">
            <source>%Ln piece(s) of work</source>
            <translation>
                <numerusform>%Ln 项</numerusform>
            </translation>
        </message>
        <message>
            <source>Tell your own mobile number in the settings, and this shows your contacts</source>
            <translation>在设置中填写你的手机号后，这里会显示你的联系人</translation>
        </message>
        <message>
            <source>Contacts shared in DingTalk with you or your departments</source>
            <translation>在钉钉中共享给你或你的部门的联系人</translation>
        </message>
        <message>
            <source>There are no labels yet.</source>
            <translation>还没有标签。</translation>
        </message>
        <message>
            <source>Labels are loading.</source>
            <translation>正在加载标签。</translation>
        </message>
        <message>
            <source>Labels are not loaded yet.</source>
            <translation>标签尚未加载。</translation>
        </message>
    </context>
    <context>
        <name>SignOut</name>
        <message>
            <source>Sign out of “{name}”</source>
            <translation>退出“{name}”</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>退出登录</translation>
        </message>
        <message>
            <source>The App key, the App secret and the copy of the contacts are removed from this computer. The contacts in DingTalk stay as they are.</source>
            <translation>AppKey、AppSecret 和联系人副本将从这台电脑上删除。钉钉中的联系人保持不变。</translation>
        </message>
        <message>
            <source>This book was open for this time only: it closes, and nothing of it stays on this computer. The contacts in DingTalk stay as they are.</source>
            <translation>这份通讯录仅限本次使用：退出后关闭，这台电脑上不保留任何内容。钉钉中的联系人保持不变。</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) that DingTalk does not have yet will be lost.</source>
            <translation>
                <numerusform>尚未提交到钉钉的 %n 项更改将会丢失。</numerusform>
            </translation>
        </message>
        <message>
            <source>To come back, you need the App key and the App secret again.</source>
            <translation>再次使用时，需要重新输入 AppKey 和 AppSecret。</translation>
        </message>
        <message>
            <source>To come back, you need an access token again.</source>
            <translation>再次使用时，需要重新输入访问凭证。</translation>
        </message>
        <message>
            <source>&amp;Stay signed in</source>
            <translation>保持登录(&amp;S)</translation>
        </message>
        <message>
            <source>Sign &amp;out and remove</source>
            <translation>退出并删除(&amp;O)</translation>
        </message>
    </context>
    <context>
        <name>StaffPicker</name>
        <message>
            <source>Name or phone number</source>
            <translation>姓名或手机号</translation>
        </message>
        <message>
            <source>Find a colleague by name or phone number</source>
            <translation>按姓名或手机号查找同事</translation>
        </message>
        <message>
            <source>To the department above</source>
            <translation>返回上级部门</translation>
        </message>
        <message numerus="yes">
            <source>%Ln found</source>
            <translation>
                <numerusform>找到 %Ln 项</numerusform>
            </translation>
        </message>
        <message>
            <source>Find the colleague with the number {number}</source>
            <translation>查找号码为 {number} 的同事</translation>
        </message>
        <message>
            <source>Nobody with this name is in the copy on this computer. Browse the departments, or type the mobile number of the colleague.</source>
            <translation>本机的副本中没有叫这个名字的同事。可以浏览部门，或输入该同事的手机号。</translation>
        </message>
        <message>
            <source>No names have been read yet. Browse the departments, or type the mobile number of a colleague.</source>
            <translation>还没有读取到任何姓名。可以浏览部门，或输入同事的手机号。</translation>
        </message>
        <message>
            <source>Names from the book</source>
            <translation>通讯录中的姓名</translation>
        </message>
        <message>
            <source>Browse departments</source>
            <translation>浏览部门</translation>
        </message>
        <message>
            <source> › </source>
            <translation> › </translation>
        </message>
        <message>
            <source>Found</source>
            <translation>查找结果</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>正在读取…</translation>
        </message>
        <message numerus="yes">
            <source>{place}: %Ln line(s)</source>
            <translation>
                <numerusform>{place}：%Ln 行</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody is directly in this department, and no department is below it.</source>
            <translation>这个部门没有直属成员，也没有下级部门。</translation>
        </message>
        <message>
            <source>Looking for the colleague with this number…</source>
            <translation>正在查找使用这个号码的同事…</translation>
        </message>
        <message>
            <source>No colleague has the mobile number {number}. It must be complete.</source>
            <translation>没有同事使用手机号 {number}。请输入完整的号码。</translation>
        </message>
        <message>
            <source>Found by phone number</source>
            <translation>按手机号找到</translation>
        </message>
        <message numerus="yes">
            <source>At most %n people can be chosen. Take somebody off first.</source>
            <translation>
                <numerusform>最多可选 %n 人，请先取消一人。</numerusform>
            </translation>
        </message>
        <message>
            <source>You can still choose from the names from the book, or find a colleague by phone number.</source>
            <translation>你仍可以从通讯录中的姓名里选择，或按手机号查找同事。</translation>
        </message>
        <message>
            <source>You can still choose from the names from the book, or browse the departments.</source>
            <translation>你仍可以从通讯录中的姓名里选择，或浏览部门。</translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Loading contacts</source>
            <translation>正在加载联系人</translation>
        </message>
        <message>
            <source>Showing the copy from {time}</source>
            <translation>显示 {time} 的副本</translation>
        </message>
        <message>
            <source>Not yet loaded completely</source>
            <translation>尚未全部加载</translation>
        </message>
        <message>
            <source>Checking for changes</source>
            <translation>正在检查联系人变动</translation>
        </message>
        <message>
            <source>Updated {when}</source>
            <translation>更新时间：{when}</translation>
        </message>
        <message>
            <source>Loading: {loaded} of about {expected}</source>
            <translation>正在加载：{loaded} / 约 {expected} 位</translation>
        </message>
        <message>
            <source>{loaded} loaded</source>
            <translation>已加载 {loaded} 位</translation>
        </message>
        <message>
            <source>Checking for changes was stopped</source>
            <translation>已停止检查联系人变动</translation>
        </message>
        <message>
            <source>Stopped: {loaded} loaded</source>
            <translation>已停止：已加载 {loaded} 位</translation>
        </message>
        <message>
            <source>Waiting for DingTalk</source>
            <translation>等待钉钉</translation>
        </message>
        <message>
            <source>Waiting for DingTalk: continues in {time}</source>
            <translation>等待钉钉：{time} 后继续</translation>
        </message>
        <message>
            <source>Offline: the book is not yet complete</source>
            <translation>离线：通讯录尚不完整</translation>
        </message>
        <message>
            <source>Offline: showing the copy from {time}</source>
            <translation>离线：显示 {time} 的副本</translation>
        </message>
        <message>
            <source>Loading has stopped: see the message above the list</source>
            <translation>加载已停止：见列表上方的消息</translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s)</source>
            <translation>
                <numerusform>%Ln 位联系人</numerusform>
            </translation>
        </message>
        <message>
            <source>{contacts} · {news}</source>
            <translation>{contacts} · {news}</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Show changes</source>
            <translation>查看变化</translation>
        </message>
    </context>
    <context>
        <name>Texts</name>
        <message>
            <source>{sentence}.</source>
            <translation>{sentence}。</translation>
        </message>
    </context>
    <context>
        <name>Theme</name>
        <message>
            <source>Red</source>
            <translation>红色</translation>
        </message>
        <message>
            <source>Orange</source>
            <translation>橙色</translation>
        </message>
        <message>
            <source>Yellow</source>
            <translation>黄色</translation>
        </message>
        <message>
            <source>Green</source>
            <translation>绿色</translation>
        </message>
        <message>
            <source>Teal</source>
            <translation>青色</translation>
        </message>
        <message>
            <source>Blue</source>
            <translation>蓝色</translation>
        </message>
        <message>
            <source>Purple</source>
            <translation>紫色</translation>
        </message>
        <message>
            <source>Pink</source>
            <translation>粉色</translation>
        </message>
        <message>
            <source>Grey</source>
            <translation>灰色</translation>
        </message>
    </context>
    <context>
        <name>Times</name>
        <message>
            <source>just now</source>
            <translation>刚刚</translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) ago</source>
            <translation>
                <numerusform>%n 分钟前</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) ago</source>
            <translation>
                <numerusform>%n 小时前</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Token</name>
        <message>
            <source>Delete takes it off</source>
            <translation>按 Delete 键移除</translation>
        </message>
    </context>
    <context>
        <name>TokensInput</name>
        <message>
            <source>The left arrow goes to those who are chosen.</source>
            <translation>按左方向键转到已选择的项目。</translation>
        </message>
        <message>
            <source>{name} taken off</source>
            <translation>已移除 {name}</translation>
        </message>
        <message>
            <source>Add…</source>
            <translation>添加…</translation>
        </message>
    </context>
    <context>
        <name>Toolbar</name>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>New contact</source>
            <translation>新建联系人</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>刷新</translation>
        </message>
        <message>
            <source>Sidebar</source>
            <translation>侧栏</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
    </context>
    <context>
        <name>UndoBar</name>
        <message>
            <source>Deleting</source>
            <translation>正在删除</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>为什么？</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Copy e-mail addresses</source>
            <translation>复制邮箱</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
    </context>
    <context>
        <name>Unfinished</name>
        <message>
            <source>To be added again: {name}</source>
            <translation>待重新添加：{name}</translation>
        </message>
        <message>
            <source>New contact: {name}</source>
            <translation>新建联系人：{name}</translation>
        </message>
        <message>
            <source>Changes of {name}</source>
            <translation>修改：{name}</translation>
        </message>
        <message>
            <source>Another number for {name}</source>
            <translation>更换号码：{name}</translation>
        </message>
        <message>
            <source>Deletion of {name}</source>
            <translation>删除：{name}</translation>
        </message>
        <message>
            <source>somebody without a name</source>
            <translation>未命名</translation>
        </message>
        <message>
            <source>It was sent to DingTalk, whose answer is not here yet.</source>
            <translation>已提交给钉钉，尚未收到答复。</translation>
        </message>
        <message>
            <source>The answer was lost. It is being checked whether the contact was deleted.</source>
            <translation>没有收到答复，正在确认联系人是否已删除。</translation>
        </message>
        <message>
            <source>The corrected copy is in DingTalk, and the old contact is too.</source>
            <translation>更正后的副本已在钉钉中，原联系人也还在。</translation>
        </message>
        <message>
            <source>The corrected copy is in DingTalk. It is being checked whether the old contact was deleted.</source>
            <translation>更正后的副本已在钉钉中，正在确认原联系人是否已删除。</translation>
        </message>
        <message>
            <source>It is being checked whether the corrected copy was deleted again.</source>
            <translation>正在确认更正后的副本是否已重新删除。</translation>
        </message>
        <message>
            <source>DingTalk was busy when it was saved with another phone number. It is being checked whether that has added the contact.</source>
            <translation>用另一个手机号保存时钉钉正忙。正在检查那次是否已添加这位联系人。</translation>
        </message>
        <message>
            <source>The answer was lost. It is being checked whether it was saved.</source>
            <translation>没有收到答复，正在确认是否已保存。</translation>
        </message>
        <message>
            <source>It was not saved, as far as can be seen. You can save it again.</source>
            <translation>目前看来没有保存成功，可以再次保存。</translation>
        </message>
        <message>
            <source>DingTalk refused it. What you typed is kept.</source>
            <translation>钉钉未接受，你输入的内容已保留。</translation>
        </message>
        <message>
            <source>Not saved yet. What you typed is kept.</source>
            <translation>尚未保存，你输入的内容已保留。</translation>
        </message>
        <message>
            <source>It was deleted, and can be added again once this is filled in: {fields}.</source>
            <translation>已被删除，补填以下内容后可以重新添加：{fields}。</translation>
        </message>
        <message>
            <source>It was deleted, and DingTalk refused to add it again. All of it is kept here.</source>
            <translation>已被删除，钉钉拒绝重新添加，全部内容都保留在这里。</translation>
        </message>
        <message>
            <source>It was deleted, and is not added again yet. All of it is kept here.</source>
            <translation>已被删除，尚未重新添加，全部内容都保留在这里。</translation>
        </message>
        <message>
            <source>Nobody knows yet whether DingTalk has deleted the contact. It is shown in the book again; if it was deleted, it goes with the next refresh.</source>
            <translation>现在还不知道钉钉是否删除了这位联系人。通讯录会重新显示此人；如果已被删除，下次刷新后就会消失。</translation>
        </message>
        <message>
            <source>Nobody knows yet whether DingTalk has added the contact with the other phone number. If it has, the contact appears in the book with the next refresh; what you typed since then is lost.</source>
            <translation>现在还不知道钉钉是否已用另一个手机号添加了这位联系人。如果已添加，下次刷新后会出现在通讯录中；此后你输入的内容会丢失。</translation>
        </message>
        <message>
            <source>Nobody knows yet whether DingTalk has it. If it does, the contact appears in the book with the next refresh; if not, what you typed is lost.</source>
            <translation>还不清楚钉钉是否已收到。如果已收到，下次刷新后联系人会出现在通讯录中；如果没有，你输入的内容将会丢失。</translation>
        </message>
        <message>
            <source>What is kept of this contact is lost. Nothing changes in DingTalk.</source>
            <translation>为这位联系人保留的内容会丢失，钉钉中没有任何变化。</translation>
        </message>
        <message>
            <source>What you typed is lost. Nothing changes in DingTalk.</source>
            <translation>你输入的内容将会丢失，钉钉中的内容不会改变。</translation>
        </message>
    </context>
    <context>
        <name>UnfinishedDialog</name>
        <message>
            <source>Unfinished</source>
            <translation>未完成</translation>
        </message>
        <message>
            <source>Unfinished work</source>
            <translation>未完成的工作</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>All is done: there are no drafts, and nothing waits for DingTalk.</source>
            <translation>全部完成：没有草稿，也没有等待钉钉答复的内容。</translation>
        </message>
        <message>
            <source>Contacts cannot be changed now. What is listed here waits until they can.</source>
            <translation>目前不能修改联系人，这里的内容会保留到可以修改时。</translation>
        </message>
        <message>
            <source>Nothing here is lost when you close the program.</source>
            <translation>关闭程序后，这里的内容也不会丢失。</translation>
        </message>
        <message>
            <source>This list ends with the book that is open now.</source>
            <translation>当前打开的通讯录关闭后，这里的内容不会保留。</translation>
        </message>
        <message>
            <source> · </source>
            <translation> · </translation>
        </message>
        <message>
            <source>Something that cannot be read</source>
            <translation>无法读取的内容</translation>
        </message>
        <message>
            <source>It was damaged on the disk, or written by a later version of this program.</source>
            <translation>可能在磁盘上已损坏，或由更新版本的程序写入。</translation>
        </message>
        <message>
            <source>Discard…</source>
            <translation>放弃…</translation>
        </message>
        <message>
            <source>Check now</source>
            <translation>立即确认</translation>
        </message>
        <message>
            <source>Go on…</source>
            <translation>继续…</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Save again</source>
            <translation>再次保存</translation>
        </message>
        <message>
            <source>DingTalk is asked now</source>
            <translation>正在向钉钉确认</translation>
        </message>
        <message>
            <source>This list changes as soon as the answer is here.</source>
            <translation>收到答复后，这个列表会更新。</translation>
        </message>
        <message>
            <source>A later version of this program may be able to read it.</source>
            <translation>更新版本的程序也许能够读取它。</translation>
        </message>
        <message>
            <source>Discard this? {about}</source>
            <translation>放弃这项内容？{about}</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>{what}: {about}</source>
            <translation>{what}：{about}</translation>
        </message>
    </context>
    <context>
        <name>WaitingDialog</name>
        <message>
            <source>Waiting for your password store</source>
            <translation>正在等待密码库</translation>
        </message>
        <message>
            <source>This computer's password store holds what the program needs to open your contacts. It may ask for your password in a window of its own, perhaps behind this one.</source>
            <translation>打开联系人所需的内容保存在这台电脑的密码库中。密码库可能会在另一个窗口询问密码，那个窗口也许被挡在后面。</translation>
        </message>
        <message>
            <source>&amp;Stop waiting</source>
            <translation>停止等待(&amp;S)</translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>For this time only</source>
            <translation>仅限本次</translation>
        </message>
        <message>
            <source>Enter key and secret; nothing will be kept after this run.</source>
            <translation>输入 Client ID 和 Client Secret；本次运行结束后不会保留任何内容。</translation>
        </message>
        <message>
            <source>My organisation</source>
            <translation>我的组织</translation>
        </message>
        <message>
            <source>The message was copied. Paste it into a chat with your DingTalk administrator.</source>
            <translation>消息已复制，可粘贴到与钉钉管理员的聊天中。</translation>
        </message>
        <message>
            <source>Still connecting. If your password store asks for permission in another window, allow it.</source>
            <translation>仍在连接。如果密码库在另一个窗口询问，选择允许。</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translation>正在连接…</translation>
        </message>
        <message>
            <source>S&amp;top</source>
            <translation>停止(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Test again</source>
            <translation>再次测试(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Test connection</source>
            <translation>测试连接(&amp;T)</translation>
        </message>
        <message>
            <source>Welcome to your address book</source>
            <translation>欢迎使用通讯录</translation>
        </message>
        <message>
            <source>Your organisation's DingTalk customers, suppliers and partners, in one list.</source>
            <translation>钉钉中的客户、供应商和合作伙伴，都在一个列表里。</translation>
        </message>
        <message>
            <source>Connect your organisation</source>
            <translation>连接你的组织</translation>
        </message>
        <message>
            <source>&amp;Where do I find these?</source>
            <translation>在哪里可以找到？(&amp;W)</translation>
        </message>
        <message>
            <source>Opens DingTalk's help in the browser</source>
            <translation>在浏览器中打开钉钉帮助</translation>
        </message>
        <message>
            <source>Your DingTalk administrator has the App key and App secret of an internal app.</source>
            <translation>钉钉管理员有企业内部应用的 AppKey 和 AppSecret。</translation>
        </message>
        <message>
            <source>The App key opens the whole book: whoever uses it here can see every external contact of the organisation, whatever DingTalk's own screens would show.</source>
            <translation>AppKey 会打开整份通讯录：在这里使用它的人可以看到组织的全部外部联系人，不受钉钉界面可见范围的限制。</translation>
        </message>
        <message>
            <source>&amp;Copy message for the administrator</source>
            <translation>复制发给管理员的消息(&amp;C)</translation>
        </message>
        <message>
            <source>Co&amp;nnect and load contacts</source>
            <translation>连接并加载联系人(&amp;N)</translation>
        </message>
    </context>
    <context>
        <name>_LabelDelegate</name>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation>
                <numerusform>已选 %n 个</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>_Line</name>
        <message>
            <source>{outcome}: {title}. {text}</source>
            <translation>{outcome}：{title}。{text}</translation>
        </message>
    </context>
</TS>
