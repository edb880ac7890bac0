# What both programs are told: who they are, and where the suite is. Read in by
#   . docs/clients/settings.sh UZOVI
# in the repository's folder, while ./mtvp up --with-story runs in another terminal.

. docs/guides/calls.sh
export MTVP_ISSUER=$issuer MTVP_CONTRACT=$contract MTVP_PAYMENT=$payment
export MTVP_KEY=$stack/keys/insurer-$1.pem
# In earnest a person logs in where the approvals are given.
MTVP_APPROVER_TOKEN=$(./mtvp token "approver-$1")
export MTVP_APPROVER_TOKEN

# Three patients of the practice 01999901, as an insurer delivers them.
{
  echo pseudonym,agb,registered_on
  for day in 1 2 3; do echo "$(cat /proc/sys/kernel/random/uuid),01999901,2019-05-0$day"; done
} >ion.csv

# line_of PROGRAM TEXT FILE: waits until the program, by its process id, has written a line with this text.
line_of() {
  until grep "$2" "$3"; do
    kill -0 "$1" || { cat "$3"; return 1; }
    sleep 1
  done
}
