Remember what was shared to Confluence:

  $ . "$TESTDIR/setup.sh"
  $ make_session --ticket PROJ-123
  $ folder=output/sessions/ada-lovelace/$id
  $ pages=https://company.atlassian.net/wiki/spaces/PROJ/pages
  $ analysis=2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md
  $ echo '# Invoice process' >$folder/$analysis
  $ git session commit --quiet
  $ git session promote --session $id --file analysis/$analysis --confluence-url $pages/123456 --notify "sarah@company.com,mike@company.com"
  Promoted: 2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md
  Page: https://company.atlassian.net/wiki/spaces/PROJ/pages/123456
  Copy: output/shared/promoted-to-confluence/PROJ/123456/2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md
  Noted as told: sarah@company.com, mike@company.com (no mail was sent)
  git session commit 2025-11-22_feature-invoice-automation_a3f42c commits it
  $ cat output/shared/promoted-to-confluence/PROJ/123456/.promotion-metadata.yaml
  # Made by git-session: what was shared to this page
  schema: 1
  promotions:
    - file: "2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md"
      promoted_at: "2025-11-22T08:15:30Z"
      promoted_by: "Ada Lovelace <ada@example.com>"
      session_id: "2025-11-22_feature-invoice-automation_a3f42c"
      user: "ada-lovelace"
      source_file: "2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md"
      agent: "cs-business-analyst"
      blob: "8e0026dc2315bea2dccd2a1f17a69c8f53b2f29b"
      commit: "60508badc7837412abf6367b535463c7db2573d1"
      space_key: "PROJ"
      page_id: "123456"
      page_url: "https://company.atlassian.net/wiki/spaces/PROJ/pages/123456"
      version: 1
      notified: "sarah@company.com, mike@company.com"
  $ diff $folder/$analysis output/shared/promoted-to-confluence/PROJ/123456/$analysis
  $ git session report | grep -i promoted
  1 output, 1 promoted.
  | 1 | 2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md | Invoice process | cs-business-analyst | 2025-11-22 08:15 | 18 B | promoted to <https://company.atlassian.net/wiki/spaces/PROJ/pages/123456> |
  $ git add $folder/.session-metadata.yaml output/shared/promoted-to-confluence/PROJ/123456/
  $ git commit --quiet --message 'docs(promotion): promote invoice analysis to Confluence' && git status --short

The same again changes nothing, by whatever name:

  $ at 2025-11-23T10:00:00Z
  $ git session promote process-analysis --confluence-url $pages/123456/Invoice+Process
  Promoted already: 2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md on 2025-11-22 by Ada Lovelace <ada@example.com>
  Page: https://company.atlassian.net/wiki/spaces/PROJ/pages/123456
  Copy: output/shared/promoted-to-confluence/PROJ/123456/2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md
  $ (cd $folder && git session promote $analysis --confluence-url $pages/123456 --json | jq -c '[.recorded, .promotion.version, .elsewhere]')
  [false,1,[]]
  $ git status --short

What has changed since is not passed off as what was shared; the new text is a version of its own:

  $ echo 'A better one.' >>$folder/$analysis
  $ git session promote --list --json | jq -c '.promotions[] | [.source_file, .state]'
  ["2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md","changed"]
  $ git session promote $analysis --confluence-url $pages/123456
  git session: '2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md' was shared to this page on 2025-11-22 by Ada Lovelace <ada@example.com>, and has changed since
  hint: when the page has the new text: --update-existing
  [5]
  $ git session promote $analysis --confluence-url $pages/123456 --update-existing --note 'after the review'
  Promoted: 2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md (version 2)
  Page: https://company.atlassian.net/wiki/spaces/PROJ/pages/123456
  Copy: output/shared/promoted-to-confluence/PROJ/123456/2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md
  git session commit 2025-11-22_feature-invoice-automation_a3f42c commits it
  $ diff $folder/$analysis output/shared/promoted-to-confluence/PROJ/123456/$analysis
  $ grep -c 'source_file' output/shared/promoted-to-confluence/PROJ/123456/.promotion-metadata.yaml
  2
  $ git session promote --list
  2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md\tcurrent\thttps://company.atlassian.net/wiki/spaces/PROJ/pages/123456\t2025-11-23T10:00:00Z\t2\tcs-business-analyst\t2025-11-22_feature-invoice-automation_a3f42c (esc)

Commit takes it along, and status names it before:

  $ git session status | sed -n '/Not committed/,$p'
  Not committed  git session commit
    changed  2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md
    changed  output/shared/promoted-to-confluence/PROJ/123456/.promotion-metadata.yaml
    changed  output/shared/promoted-to-confluence/PROJ/123456/2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md
  $ git session commit && git show --format=%b --name-only && git status --short
  [feature/invoice-automation eb5ed5d] docs(promotion): promote Invoice Automation outputs
  3 files of session 2025-11-22_feature-invoice-automation_a3f42c
  - Confluence page: PROJ/123456
  - Ticket: PROJ-123
  - Session: 2025-11-22_feature-invoice-automation_a3f42c
  
  Git-Session: 2025-11-22_feature-invoice-automation_a3f42c
  
  
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md
  output/shared/promoted-to-confluence/PROJ/123456/.promotion-metadata.yaml
  output/shared/promoted-to-confluence/PROJ/123456/2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md

Another page is another promotion; of two outputs with one name on one page each has its own copy:

  $ git session promote $analysis --confluence-url https://company.atlassian.net/wiki/x/QQAB
  Promoted: 2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md
  Page: https://company.atlassian.net/wiki/x/QQAB
  Copy: output/shared/promoted-to-confluence/_/65601/2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md
  Also promoted on 2025-11-23 to https://company.atlassian.net/wiki/spaces/PROJ/pages/123456
  git session commit 2025-11-22_feature-invoice-automation_a3f42c commits it
  $ mkdir $folder/reviews && echo 'Not the same.' >$folder/reviews/$analysis
  $ git session promote $analysis --confluence-url $pages/123456
  Promoted already: 2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md on 2025-11-23 by Ada Lovelace <ada@example.com> (version 2)
  Page: https://company.atlassian.net/wiki/spaces/PROJ/pages/123456
  Copy: output/shared/promoted-to-confluence/PROJ/123456/2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md
  Also promoted on 2025-11-23 to https://company.atlassian.net/wiki/x/QQAB
  $ git session promote reviews/$analysis --confluence-url $pages/123456 --quiet
  $ ls output/shared/promoted-to-confluence/PROJ/123456
  2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.8ba4d7.md
  2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md
  $ git session promote $analysis --confluence-url $pages/123456
  Promoted already: 2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md on 2025-11-23 by Ada Lovelace <ada@example.com> (version 2)
  Page: https://company.atlassian.net/wiki/spaces/PROJ/pages/123456
  Copy: output/shared/promoted-to-confluence/PROJ/123456/2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md
  Also promoted on 2025-11-23 to https://company.atlassian.net/wiki/x/QQAB
  $ git session promote $analysis --confluence-url https://company.atlassian.net/wiki/x/QOIB 2>../said | tail -1
  Copy: output/shared/promoted-to-confluence/PROJ/123456/2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md
  $ git session search --unpromoted
  no session fits
  $ echo new >$folder/plan.md && git session search --unpromoted | cut -f1
  2025-11-22_feature-invoice-automation_a3f42c
  $ git session promote plan.md --confluence-url 'https://wiki.company.com/display/OPS/Road+Map' --title 'The Road Map' -q
  $ on_terminal git session promote --list
  OUTPUT                                                                       STATE    PAGE      PROMOTED
  plan.md                                                                      current  OPS: ThM-bM-^@M-&  just now
  2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md          current  PROJ/12M-bM-^@M-&  just now
  reviews/2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md  current  PROJ/12M-bM-^@M-&  just now
  2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md          current  _/65601   just now
  $ git session promote --list --space 'op*' --json | jq -c '.promotions[] | [.space_key, .page_id, .page_title, .path]'
  ["OPS",null,"The Road Map","output/shared/promoted-to-confluence/OPS/title-road-map"]
  $ git session promote --list --agent cs-architect
  No output was promoted
  $ git session promote --list --since today | cut -f1,3
  plan.md\thttps://wiki.company.com/display/OPS/Road+Map (esc)
  2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md\thttps://company.atlassian.net/wiki/spaces/PROJ/pages/123456 (esc)
  reviews/2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md\thttps://company.atlassian.net/wiki/spaces/PROJ/pages/123456 (esc)
  2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md\thttps://company.atlassian.net/wiki/x/QQAB (esc)

Old instructions go on working, and a closed session's outputs can be shared too:

  $ git session close --quiet && git session archive --quiet $id
  $ git session init --scripts --quiet && ls scripts
  migrate_outputs.py
  promote_to_confluence.py
  session_manager.py
  $ python3 scripts/promote_to_confluence.py --session $id --file plan.md --confluence-url $pages/7
  Promoted: plan.md
  Page: https://company.atlassian.net/wiki/spaces/PROJ/pages/7
  Copy: output/shared/promoted-to-confluence/PROJ/7/plan.md
  Also promoted on 2025-11-23 to https://wiki.company.com/display/OPS/Road+Map
  git session commit 2025-11-22_feature-invoice-automation_a3f42c commits it
  $ promote_to_confluence --list --space PROJ | cut -f1,2,3
  2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md\tcurrent\thttps://company.atlassian.net/wiki/spaces/PROJ/pages/123456 (esc)
  reviews/2025-11-22_08-15-30_invoice-process-analysis_cs-business-analyst.md\tcurrent\thttps://company.atlassian.net/wiki/spaces/PROJ/pages/123456 (esc)
  plan.md\tcurrent\thttps://company.atlassian.net/wiki/spaces/PROJ/pages/7 (esc)
  $ rm -r output/archive && git session promote --list --json | jq -c '[.promotions[].state] | unique'
  ["gone"]

The page as it would be, to paste by hand; links to what was promoted lead to its page:

  $ mkdir -p output/sessions/ada-lovelace/$id && git checkout --quiet -- output 2>../said; git session create --quiet --team engineering --project Pages
  2025-11-23_feature-invoice-automation_7b89de
  $ id=$(git session current --id); folder=output/sessions/ada-lovelace/$id
  $ printf '# Roll out\n' >$folder/plan.md; git session promote plan.md --confluence-url $pages/8 --quiet
  $ mkdir $folder/sub && cat >$folder/sub/summary.md <<'END'
  > # Summary
  > 
  > See [the plan](../plan.md) and [notes](notes.md).
  > ![a chart](chart.png)
  > END
  $ printf 'PNG' >$folder/sub/chart.png
  $ git session promote --prepare summary
  Title: Summary
  <h1 id="Summary">Summary</h1><p>See <a href="https://company.atlassian.net/wiki/spaces/PROJ/pages/8">the plan</a> and <a href="notes.md">notes</a>. <ac:image ac:alt="a chart"><ri:attachment ri:filename="chart.67461379.png" /></ac:image></p>
  line 3: the link to 'notes.md' leads to a file that is not published
  Attach chart.png as chart.67461379.png
  $ git session promote --prepare summary --title 'A summary' --json | jq -c '[.title, .attachments[].filename]'
  ["A summary","chart.67461379.png"]
  $ printf '{"a": "```"}' >$folder/data.json; git session promote --prepare data.json
  Title: Data
  <ac:structured-macro ac:name="code"><ac:parameter ac:name="language">json</ac:parameter><ac:plain-text-body><![CDATA[{"a": "```"}]]></ac:plain-text-body></ac:structured-macro>
  $ printf 'a\0b' >$folder/image.png; git session promote --prepare image.png
  git session: output 'image.png' is no text
  hint: attach it to a page by hand
  [5]
  $ git session promote --prepare summary --list
  git session: --prepare and --list do not go together
  hint: git session promote --file FILE --confluence-url https://\xe2\x80\xa6/pages/123456 (esc)
  [2]

What makes no sense is refused before anything is written:

  $ git session create --quiet --team engineering --project Other && id=$(git session current --id)
  2025-11-23_feature-invoice-automation_c19f03
  $ echo x >output/sessions/ada-lovelace/$id/x.md
  $ git session add --quiet --link s3://bucket/model.bin model.bin
  $ git session promote
  git session: promote needs to know which output
  hint: git session promote --file FILE --confluence-url https://\xe2\x80\xa6/pages/123456 (esc)
  [2]
  $ git session promote x.md
  git session: promote needs the address of the page that was made
  hint: git session promote --file FILE --confluence-url https://\xe2\x80\xa6/pages/123456 (esc)
  [2]
  $ git session promote x.md --confluence-url https://company.atlassian.net/browse/PROJ-1
  git session: 'https://company.atlassian.net/browse/PROJ-1' is no address of a Confluence page
  hint: copy the page's address from the browser, such as https://company.atlassian.net/wiki/spaces/PROJ/pages/123456
  [2]
  $ git session promote x.md --confluence-url https://ada:secret@company.atlassian.net/wiki/spaces/A/pages/1
  git session: the address holds a user name or a password
  hint: leave out what stands before the @
  [2]
  $ git session promote x.md --confluence-url $pages/1 --notify 'a@b.c, x@y> Bcc: z'
  git session: 'x@y> Bcc: z' is no e-mail address
  hint: --notify ada@example.com,grace@example.com
  [2]
  $ git session promote nothing.md --confluence-url $pages/1
  git session: session '2025-11-23_feature-invoice-automation_c19f03' has no output 'nothing.md'
  hint: git session show 2025-11-23_feature-invoice-automation_c19f03 lists them
  [1]
  $ git session promote model.bin --confluence-url $pages/1
  git session: output 'model.bin' is no file in the session folder
  hint: share its link: s3://bucket/model.bin
  [5]
  $ git session promote x.md --space PROJ
  git session: --space belongs to --list
  hint: git session promote --list
  [2]
  $ git session promote --list --title x
  git session: --list and --title do not go together
  hint: git session promote --file FILE --confluence-url https://\xe2\x80\xa6/pages/123456 (esc)
  [2]
  $ ls output/shared/promoted-to-confluence/PROJ
  123456
  7
  8

What the ticket is to link to it by is asked for before anything is recorded:

  $ before=$(git status --short)
  $ git session promote new.md --session $id --confluence-url $pages/9 --jira
  git session: no Jira is set up: session.jira.site is not set
  hint: git config --global session.jira.site https://company.atlassian.net
  [1]
  $ git config session.jira.site http://jira.example.com
  $ git session promote new.md --session $id --confluence-url $pages/9 --jira
  git session: session.jira.site is 'http://jira.example.com', but must be https://HOST[:PORT][/PATH] without a user, a password or a query
  hint: git config session.jira.site https://company.atlassian.net
  [1]
  $ git config session.jira.site https://company.atlassian.net
  $ git session promote new.md --session $id --confluence-url $pages/9 --jira
  git session: session.jira.user is not set: an API token of https://company.atlassian.net belongs to an e-mail address
  hint: git config --global session.jira.user ada@company.com
  [1]
  $ git config session.jira.user ada@company.com
  $ git session promote x.md --session $id --confluence-url $pages/9 --jira
  git session: session '2025-11-23_feature-invoice-automation_c19f03' has no ticket
  hint: git session update 2025-11-23_feature-invoice-automation_c19f03 --ticket PROJ-123
  [1]
  $ git session promote --list --jira
  git session: --list and --jira do not go together
  hint: git session promote --file FILE --confluence-url https://\xe2\x80\xa6/pages/123456 (esc)
  [2]
  $ test "$before" = "$(git status --short)"
