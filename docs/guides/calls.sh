# What the guides share: where the local stack listens, and curl with what every call carries. Read in by
#   . docs/guides/calls.sh
# in the repository's folder, while ./mtvp up --with-story runs in another terminal.

stack=${MTVP_DATA:-.mtvp}
address() { jq -r "$1" "$stack/stack.json"; }
issuer=$(address .directory.issuer)
plan=$(address .plan)/v1
contract=$(address .contract)/v1
payment=$(address .payment)/v1

# as NAME: whose token the calls after it carry, a person's or a system's. ./mtvp up prints the names.
as() { token=$(./mtvp token "$1"); }

# call ADDRESS [OPTION...]: curl with that token. It fails where a service answers with 400 or more, and shows the problem.
call() { curl -sS --fail-with-body -H "Authorization: Bearer $token" "$@"; }

# new ADDRESS [-d BODY]: a POST that makes something. It has a key of its own: sent again with the same key it is done once.
new() {
  call -X POST -H "Idempotency-Key: $(cat /proc/sys/kernel/random/uuid)" -H "Content-Type: application/json" "$@"
}

# until_is VALUE PROPERTY ADDRESS: asks every second, for what a service does in its own time.
until_is() {
  local now
  for _ in $(seq 90); do
    now=$(call "$3" | jq -r ".$2")
    [ "$now" != "$1" ] || { echo "$2 is $now"; return 0; }
    sleep 1
  done
  echo "$2 is still $now" >&2
  return 1
}
