"""python -m tests.fuzzing vcards|calendars|letters|chats -max_total_time=600 FOLDER…."""

from __future__ import annotations

import sys
from functools import partial

from tests.fuzzing import dated, vcards
from tests.fuzzing.searching import search

KINDS = {
    "vcards": (vcards.check, vcards.MODULES),
    **{kind: (partial(dated.check, kind), [module]) for kind, module in dated.MODULES.items()},
}


if __name__ == "__main__":
    program, *options = sys.argv
    if not options or options[0] not in KINDS:
        sys.exit(f"say what to search: {', '.join(KINDS)}")
    check, modules = KINDS[options[0]]
    search(check, modules, [program, *options[1:]])
