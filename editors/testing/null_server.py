#!/usr/bin/env python3
"""A server that answers null to everything: what a test still asserts with it, it does not assert of glossator.

usage: null_server.py SERVER [ARGUMENT…]

It announces what SERVER announces, so that an editor asks for the same things. Without the argument `serve` it prints
nothing and ends well.
"""
import json
import subprocess
import sys


def read(stream):
    """The next message, or `None` at the end."""
    length = 0
    while line := stream.readline():
        if line in (b"\r\n", b"\n"):
            return json.loads(stream.read(length))
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            length = int(value)
    return None


def write(stream, message):
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    stream.flush()


def capabilities(command, params):
    """What the real server can do for this client."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as real:
        write(real.stdin, {"id": 1, "method": "initialize", "params": params})
        while (answer := read(real.stdout)) and answer.get("id") != 1:
            pass
        real.kill()
    return {"capabilities": (answer or {}).get("result", {}).get("capabilities", {})}


def main():
    command = sys.argv[1:]
    if "serve" not in command:
        return
    while message := read(sys.stdin.buffer):
        if message.get("method") == "exit":
            return
        if "id" in message and "method" in message:
            asked = message["method"] == "initialize"
            result = capabilities(command, message.get("params")) if asked else None
            write(sys.stdout.buffer, {"id": message["id"], "result": result})


if __name__ == "__main__":
    main()
