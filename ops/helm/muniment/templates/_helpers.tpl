{{- define "muniment.labels" -}}
app.kubernetes.io/name: muniment
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{- define "muniment.selector" -}}
app.kubernetes.io/name: muniment
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .role }}
{{- end }}

{{- define "muniment.pod" -}}
{{- $values := .root.Values -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile:
    type: RuntimeDefault
terminationGracePeriodSeconds: 60
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "muniment.selector" . | nindent 8 }}
containers:
  - name: muniment
    image: "{{ $values.image.repository }}:{{ $values.image.tag | default .root.Chart.AppVersion }}"
    imagePullPolicy: {{ $values.image.pullPolicy }}
    securityContext:
      allowPrivilegeEscalation: false
      readOnlyRootFilesystem: true
      capabilities:
        drop: [ALL]
    ports:
      - name: http
        containerPort: 8080
      - name: management
        containerPort: 8081
    env:
      - name: MUNIMENT_ROLE
        value: {{ .role }}
      - name: MUNIMENT_AXONSERVER
        value: {{ required "axonserver.address is wanted" $values.axonserver.address | quote }}
      - name: MUNIMENT_AXONSERVER_CONTEXT
        value: {{ $values.axonserver.context | quote }}
      - name: MUNIMENT_AXONSERVER_TLS
        value: {{ $values.axonserver.tls | quote }}
      - name: MUNIMENT_AXONSERVER_TOKEN_FILE
        value: /etc/muniment/axonserver/token
      - name: MUNIMENT_MONGODB
        valueFrom:
          secretKeyRef:
            name: {{ required "secrets.mongodb is wanted" $values.secrets.mongodb }}
            key: uri
      - name: MUNIMENT_VAULT_KEY
        value: /etc/muniment/vault/key
      - name: MUNIMENT_ISSUER
        value: {{ $values.address | quote }}
      - name: MUNIMENT_ORIGIN
        value: {{ $values.origin | quote }}
      - name: MUNIMENT_OIDC_ISSUER
        value: {{ required "oidc.issuer is wanted" $values.oidc.issuer | quote }}
      - name: MUNIMENT_OIDC_CLIENT_ID
        value: {{ required "oidc.clientId is wanted" $values.oidc.clientId | quote }}
      - name: MUNIMENT_OIDC_CLIENT_SECRET_FILE
        value: /etc/muniment/oidc/client-secret
      {{- if $values.policyConfigMap }}
      - name: MUNIMENT_POLICY
        value: /etc/muniment/policy/policy.txt
      {{- end }}
      {{- if $values.otlpEndpoint }}
      - name: MUNIMENT_OTLP_ENDPOINT
        value: {{ $values.otlpEndpoint | quote }}
      {{- end }}
      - name: MUNIMENT_MANAGEMENT_ADDRESS
        value: 0.0.0.0
    startupProbe:
      httpGet: {path: /actuator/health/liveness, port: management}
      periodSeconds: 5
      # Ten minutes: a large log is read before it serves.
      failureThreshold: 120
    livenessProbe:
      httpGet: {path: /actuator/health/liveness, port: management}
      periodSeconds: 20
      timeoutSeconds: 5
    readinessProbe:
      httpGet: {path: /actuator/health/readiness, port: management}
      periodSeconds: 5
      # MongoDB is given five seconds to answer.
      timeoutSeconds: 7
    resources:
      {{- toYaml .resources | nindent 6 }}
    volumeMounts:
      - {name: data, mountPath: /data}
      - {name: tmp, mountPath: /tmp}
      - {name: axonserver, mountPath: /etc/muniment/axonserver, readOnly: true}
      - {name: vault, mountPath: /etc/muniment/vault, readOnly: true}
      - {name: oidc, mountPath: /etc/muniment/oidc, readOnly: true}
      {{- if $values.policyConfigMap }}
      - {name: policy, mountPath: /etc/muniment/policy, readOnly: true}
      {{- end }}
volumes:
  - name: tmp
    emptyDir: {}
  - name: axonserver
    secret:
      secretName: {{ required "secrets.axonserver is wanted" $values.secrets.axonserver }}
  - name: vault
    secret:
      secretName: {{ required "secrets.vault is wanted" $values.secrets.vault }}
  - name: oidc
    secret:
      secretName: {{ required "secrets.oidc is wanted" $values.secrets.oidc }}
  {{- if $values.policyConfigMap }}
  - name: policy
    configMap:
      name: {{ $values.policyConfigMap }}
  {{- end }}
{{- end }}
