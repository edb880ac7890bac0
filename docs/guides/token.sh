#!/usr/bin/env bash
# Prints an access token for a system of your own, got with nothing but openssl, curl and jq (private_key_jwt, RFC 7523).
# Usage: token.sh CLIENT KEY.pem ISSUER. docs/guides/insurer-system.md explains each line.
set -euo pipefail
client=$1 key=$2 issuer=$3

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

now=$(date +%s)
header=$(jq -ncj --arg kid "$client" '{alg: "RS256", typ: "JWT", kid: $kid}' | base64url)
claims=$(jq -ncj --arg client "$client" --arg issuer "$issuer" --arg id "$(cat /proc/sys/kernel/random/uuid)" \
  --argjson now "$now" '{iss: $client, sub: $client, aud: $issuer, jti: $id, iat: $now, exp: ($now + 60)}' | base64url)
signature=$(printf %s "$header.$claims" | openssl dgst -sha256 -sign "$key" -binary | base64url)

endpoint=$(curl -sS --fail-with-body "$issuer/.well-known/openid-configuration" | jq -r .token_endpoint)
curl -sS --fail-with-body "$endpoint" \
  -d grant_type=client_credentials \
  -d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \
  -d "client_assertion=$header.$claims.$signature" | jq -r .access_token
