"""Two folders change places in one step, so that there is no moment at which either is missing.

Linux and macOS can do this; where neither the system nor the file system can, `exchanged` says so and has
changed nothing.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_HERE = -100 if sys.platform == "linux" else -2
"""AT_FDCWD: names are looked up from the working folder."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of renameat2(2), RENAME_SWAP of renameatx_np(2)."""
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}


def exchanged(one: Path, other: Path) -> bool:
    """Let two folders of one file system change places; False where that cannot be done in one step.

    Raises OSError when it can be done and failed.
    """
    name = {"linux": "renameat2", "darwin": "renameatx_np"}.get(sys.platform, "")
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None) if name else None
    if function is None:
        return False
    if function(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    error = ctypes.get_errno()
    if error in _CANNOT:
        return False
    raise OSError(error, os.strerror(error), str(other))
