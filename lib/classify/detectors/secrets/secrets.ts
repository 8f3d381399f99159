/** Every secret detector. Order matters only between findings of equal confidence and length: specific before generic. */

import type { Detector } from '../../detector.ts';
import { accessCode } from './access-code.ts';
import { adafruitApiKey } from './adafruit-api-key.ts';
import { ageSecretKey } from './age-secret-key.ts';
import { airtablePat } from './airtable-pat.ts';
import { anthropicApiKey } from './anthropic-api-key.ts';
import { applicationSecret } from './application-secret.ts';
import { artifactoryToken } from './artifactory-token.ts';
import { atlassianApiToken } from './atlassian-api-token.ts';
import { authorizationHeader } from './authorization-header.ts';
import { awsAccessToken } from './aws-access-token.ts';
import { awsSecretAccessKey } from './aws-secret-access-key.ts';
import { azureAdClientSecret } from './azure-ad-client-secret.ts';
import { azureStorageKey } from './azure-storage-key.ts';
import { brevoApiKey } from './brevo-api-key.ts';
import { buildkiteToken } from './buildkite-token.ts';
import { cerebrasApiKey } from './cerebras-api-key.ts';
import { circleciPat } from './circleci-pat.ts';
import { cloudflareApiToken } from './cloudflare-api-token.ts';
import { cloudflareOriginCaKey } from './cloudflare-origin-ca-key.ts';
import { commandPassword } from './command-password.ts';
import { credentialFile } from './credential-file.ts';
import { credentialsUrl } from './credentials-url.ts';
import { databricksApiToken } from './databricks-api-token.ts';
import { datadogApiKey } from './datadog-api-key.ts';
import { digitaloceanToken } from './digitalocean-token.ts';
import { discordBotToken } from './discord-bot-token.ts';
import { discordWebhookUrl } from './discord-webhook-url.ts';
import { dockerPat } from './docker-pat.ts';
import { dopplerToken } from './doppler-token.ts';
import { dropboxAccessToken } from './dropbox-access-token.ts';
import { facebookAccessToken } from './facebook-access-token.ts';
import { figmaToken } from './figma-token.ts';
import { flutterwaveKey } from './flutterwave-key.ts';
import { flyAccessToken } from './fly-access-token.ts';
import { gcpApiKey } from './gcp-api-key.ts';
import { genericApiKey } from './generic-api-key.ts';
import { githubFineGrainedPat } from './github-fine-grained-pat.ts';
import { githubPat } from './github-pat.ts';
import { gitlabPat } from './gitlab-pat.ts';
import { googleOauthAccessToken } from './google-oauth-access-token.ts';
import { googleOauthClientSecret } from './google-oauth-client-secret.ts';
import { grafanaToken } from './grafana-token.ts';
import { groqApiKey } from './groq-api-key.ts';
import { herokuApiKey } from './heroku-api-key.ts';
import { herokuLegacyApiKey } from './heroku-legacy-api-key.ts';
import { huggingfaceAccessToken } from './huggingface-access-token.ts';
import { jwt } from './jwt.ts';
import { langfuseSecretKey } from './langfuse-secret-key.ts';
import { langsmithApiKey } from './langsmith-api-key.ts';
import { linearApiKey } from './linear-api-key.ts';
import { loginPair } from './login-pair.ts';
import { mailchimpApiKey } from './mailchimp-api-key.ts';
import { mailgunApiKey } from './mailgun-api-key.ts';
import { netlifyAccessToken } from './netlify-access-token.ts';
import { newRelicApiKey } from './new-relic-api-key.ts';
import { notionApiToken } from './notion-api-token.ts';
import { npmAccessToken } from './npm-access-token.ts';
import { nvidiaApiKey } from './nvidia-api-key.ts';
import { onepasswordServiceToken } from './onepassword-service-token.ts';
import { openaiApiKey } from './openai-api-key.ts';
import { openaiLegacyApiKey } from './openai-legacy-api-key.ts';
import { openrouterApiKey } from './openrouter-api-key.ts';
import { password } from './password.ts';
import { passwordHash } from './password-hash.ts';
import { perplexityApiKey } from './perplexity-api-key.ts';
import { pineconeApiKey } from './pinecone-api-key.ts';
import { planetscaleToken } from './planetscale-token.ts';
import { postmanApiKey } from './postman-api-key.ts';
import { privateKey } from './private-key.ts';
import { pulumiAccessToken } from './pulumi-access-token.ts';
import { pypiUploadToken } from './pypi-upload-token.ts';
import { recoveryCodes } from './recovery-codes.ts';
import { registryAuth } from './registry-auth.ts';
import { replicateApiToken } from './replicate-api-token.ts';
import { rubygemsApiKey } from './rubygems-api-key.ts';
import { sendgridApiToken } from './sendgrid-api-token.ts';
import { sentryToken } from './sentry-token.ts';
import { sessionCookie } from './session-cookie.ts';
import { shopifyAccessToken } from './shopify-access-token.ts';
import { signedAddress } from './signed-address.ts';
import { skApiKey } from './sk-api-key.ts';
import { slackToken } from './slack-token.ts';
import { slackWebhookUrl } from './slack-webhook-url.ts';
import { sonarToken } from './sonar-token.ts';
import { squareAccessToken } from './square-access-token.ts';
import { stripeAccessToken } from './stripe-access-token.ts';
import { supabaseKey } from './supabase-key.ts';
import { tailscaleKey } from './tailscale-key.ts';
import { tavilyApiKey } from './tavily-api-key.ts';
import { telegramBotApiToken } from './telegram-bot-api-token.ts';
import { terraformApiToken } from './terraform-api-token.ts';
import { twilioApiKey } from './twilio-api-key.ts';
import { twilioAuthToken } from './twilio-auth-token.ts';
import { typeformApiToken } from './typeform-api-token.ts';
import { vaultToken } from './vault-token.ts';
import { xaiApiKey } from './xai-api-key.ts';

export const SECRET_DETECTORS: readonly Detector[] = [
  adafruitApiKey,
  ageSecretKey,
  airtablePat,
  anthropicApiKey,
  artifactoryToken,
  atlassianApiToken,
  authorizationHeader,
  awsAccessToken,
  awsSecretAccessKey,
  azureAdClientSecret,
  azureStorageKey,
  brevoApiKey,
  buildkiteToken,
  cerebrasApiKey,
  circleciPat,
  cloudflareApiToken,
  cloudflareOriginCaKey,
  credentialsUrl,
  databricksApiToken,
  datadogApiKey,
  digitaloceanToken,
  discordBotToken,
  discordWebhookUrl,
  dockerPat,
  dopplerToken,
  dropboxAccessToken,
  facebookAccessToken,
  figmaToken,
  flutterwaveKey,
  flyAccessToken,
  gcpApiKey,
  githubFineGrainedPat,
  githubPat,
  gitlabPat,
  googleOauthAccessToken,
  googleOauthClientSecret,
  grafanaToken,
  groqApiKey,
  herokuApiKey,
  herokuLegacyApiKey,
  huggingfaceAccessToken,
  jwt,
  langfuseSecretKey,
  langsmithApiKey,
  linearApiKey,
  mailchimpApiKey,
  mailgunApiKey,
  netlifyAccessToken,
  newRelicApiKey,
  notionApiToken,
  npmAccessToken,
  nvidiaApiKey,
  onepasswordServiceToken,
  openaiApiKey,
  openaiLegacyApiKey,
  openrouterApiKey,
  perplexityApiKey,
  pineconeApiKey,
  planetscaleToken,
  postmanApiKey,
  privateKey,
  pulumiAccessToken,
  pypiUploadToken,
  replicateApiToken,
  rubygemsApiKey,
  sendgridApiToken,
  sentryToken,
  shopifyAccessToken,
  skApiKey,
  slackToken,
  slackWebhookUrl,
  sonarToken,
  squareAccessToken,
  stripeAccessToken,
  supabaseKey,
  tailscaleKey,
  tavilyApiKey,
  telegramBotApiToken,
  terraformApiToken,
  twilioApiKey,
  twilioAuthToken,
  typeformApiToken,
  vaultToken,
  xaiApiKey,
  applicationSecret,
  commandPassword,
  credentialFile,
  passwordHash,
  accessCode,
  registryAuth,
  sessionCookie,
  signedAddress,
  recoveryCodes,
  genericApiKey,
  password,
  loginPair,
];
