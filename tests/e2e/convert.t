Markdown to Confluence storage format, outside of any repository.

  $ . "$TESTDIR/setup.sh"
  $ cat >plan.md <<'END'
  > ---
  > title: Plan
  > ---
  > # Plan
  > 
  > See [the design](design.md) and [below](#what-is-left), ask @ada.
  > 
  > ## What is left
  > 
  > - [x] read *everything*
  > - [ ] write it down
  > END
  $ git session convert plan.md
  <h1 id="Plan">Plan</h1><p>See <a href="design.md">the design</a> and <a href="#What-is-left">below</a>, ask @ada.</p><h2 id="What-is-left">What is left</h2><ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>read <em>everything</em></ac:task-body></ac:task><ac:task><ac:task-id>2</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>write it down</ac:task-body></ac:task></ac:task-list>
  line 6: the link to 'design.md' leads to a file that is not published

Standard input is read when nothing is named, or `-`. Notes can be had in quiet.

  $ echo 'a <blink>b' | git session convert
  <p>a &lt;blink&gt;b</p>
  line 1: <blink> is shown as text
  $ echo 'a <blink>b' | git session convert -q -
  <p>a &lt;blink&gt;b</p>

Links to other files lead where they are told to, and people are mentioned when their account is
known.

  $ git session convert --page design.md='The design' --mention ada=5b10a2844c20165700ede21g plan.md | cut -d '>' -f 4-14
  See <ac:link><ri:page ri:content-title="The design" /><ac:link-body>the design</ac:link-body></ac:link> and <a href="#What-is-left">below</a>, ask <ac:link><ri:user ri:account-id="5b10a2844c20165700ede21g" /></ac:link>.</p
  $ echo '[a](b.md#c)' | git session convert --link b.md=https://wiki.example.com/b
  <p><a href="https://wiki.example.com/b#c">a</a></p>
  $ git session convert --link b.md
  git session: --link 'b.md' has no '='
  hint: --link key=value
  [2]
  $ git session convert --page b.md= plan.md
  git session: --page 'b.md=' leads nowhere
  hint: git session convert --page PATH=TITLE
  [2]

Data Center's editor wants other links.

  $ printf '# A b\n\n[x](#a-b)\n' | git session convert --editor old
  <h1 id="A-b">A b</h1><p><ac:link ac:anchor="A b"><ac:link-body>x</ac:link-body></ac:link></p>
  $ git session convert --editor other
  * (glob)
  * (glob)
  [2]

Macros of Confluence are taken from the input when they are named, and only from code blocks meant
for that.

  $ printf '```csf\n<ac:structured-macro ac:name="children" />\n```\n' >children.md
  $ git session convert children.md
  <ac:structured-macro ac:name="code"><ac:parameter ac:name="language">xml</ac:parameter><ac:plain-text-body><![CDATA[<ac:structured-macro ac:name="children" />]]></ac:plain-text-body></ac:structured-macro>
  line 1: storage format is shown as code: no macro is allowed
  $ git session convert --macro children children.md
  <ac:structured-macro ac:name="children" />

What the wiki markup of Confluence has for callouts is read too, by a few names that are harmless.

  $ cat >finding.md <<'END'
  > {toc}
  > 
  > {panel:title=Key Finding}Half the **time**.{panel}
  > 
  > {info}
  > - one
  > - two
  > {info}
  > 
  > {include:Other page} {status:colour=Blue|title=In Review}
  > 
  > {warning}
  > END
  $ git session convert finding.md
  <ac:structured-macro ac:name="toc" /><ac:structured-macro ac:name="panel"><ac:parameter ac:name="title">Key Finding</ac:parameter><ac:rich-text-body><p>Half the <strong>time</strong>.</p></ac:rich-text-body></ac:structured-macro><ac:structured-macro ac:name="info"><ac:rich-text-body><ul><li>one</li><li>two</li></ul></ac:rich-text-body></ac:structured-macro><p>{include:Other page} <ac:structured-macro ac:name="status"><ac:parameter ac:name="colour">Blue</ac:parameter><ac:parameter ac:name="title">In Review</ac:parameter></ac:structured-macro></p><p>{warning}</p>
  line 10: '{include}' is shown as text: it is none of the macros that are taken from Markdown
  line 12: '{warning}' is shown as text: one has to begin a line and one to end this or a later line beside it
  $ printf '`{panel}`\n\n    {toc}\n' | git session convert
  <p><code>{panel}</code></p><ac:structured-macro ac:name="code"><ac:plain-text-body><![CDATA[{toc}]]></ac:plain-text-body></ac:structured-macro>

For programs.

  $ echo '![A picture](img/a.png) <x>' | git session convert --json
  {"schema":1,"storage":"<p><ac:image ac:alt=\"A picture\"><ri:attachment ri:filename=\"a.png\" /></ac:image> &lt;x&gt;</p>","notes":[{"line":1,"text":"<x> is shown as text"}],"attachments":[{"path":"img/a.png","filename":"a.png","line":1}]}

Whatever the input, the result is XML and the exit code 0.

  $ printf '<ac:structured-macro ac:name="html">\0\377\n]]></p>' | git session convert
  <p>&lt;ac:structured-macro ac:name="html"&gt;\xef\xbf\xbd\xef\xbf\xbd ]]&gt;</p> (esc)
  $ git session convert </dev/null

In a repository it is the same.

  $ make_repository
  $ echo 'a' | git session convert
  <p>a</p>

What cannot be read.

  $ git session convert missing.md
  git session: no file 'missing.md'
  hint: git session convert FILE
  [1]
  $ git session convert .
  git session: '.' is a folder
  hint: git session convert FILE
  [2]
