import type { Shape } from './find-problem.js';

/** The feed's schema as plain data. Generated from `schema.ts` by `npm run generate`; do not edit. */
export const feedShape: Shape = {
  "type": "object",
  "properties": {
    "version": {
      "const": 1
    },
    "generatedAt": {
      "type": "string",
      "pattern": "^20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,6})?Z$",
      "description": "a time in ISO 8601 and UTC, of the years 2000 to 2099"
    },
    "maxAgeSeconds": {
      "type": "integer",
      "minimum": 1,
      "maximum": 86400
    },
    "service": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string",
          "pattern": "^[a-z0-9][a-z0-9-]{0,63}$",
          "description": "an id of a-z, 0-9 and -, at most 64"
        },
        "name": {
          "type": "string",
          "maxLength": 80
        },
        "kind": {
          "type": "string",
          "maxLength": 80
        },
        "url": {
          "type": "string",
          "maxLength": 2048
        }
      },
      "required": [
        "id",
        "name"
      ]
    },
    "status": {
      "enum": [
        "operational",
        "degraded_performance",
        "partial_outage",
        "major_outage",
        "under_maintenance",
        "unknown"
      ]
    },
    "since": {
      "anyOf": [
        {
          "type": "string",
          "pattern": "^20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,6})?Z$",
          "description": "a time in ISO 8601 and UTC, of the years 2000 to 2099"
        }
      ]
    },
    "verdict": {
      "enum": [
        "all_clear",
        "official_only",
        "community_only",
        "confirmed",
        "unknown"
      ]
    },
    "community": {
      "anyOf": [
        {
          "type": "object",
          "properties": {
            "status": {
              "enum": [
                "operational",
                "degraded_performance",
                "partial_outage",
                "major_outage",
                "under_maintenance",
                "unknown"
              ]
            },
            "reportCount": {
              "type": "integer",
              "minimum": 0
            },
            "typicalCount": {
              "type": "number",
              "minimum": 0,
              "maximum": 9007199254740991
            },
            "windowSeconds": {
              "type": "integer",
              "minimum": 60,
              "maximum": 86400
            },
            "series": {
              "type": "object",
              "properties": {
                "startAt": {
                  "type": "string",
                  "pattern": "^20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,6})?Z$",
                  "description": "a time in ISO 8601 and UTC, of the years 2000 to 2099"
                },
                "stepSeconds": {
                  "type": "integer",
                  "minimum": 60,
                  "maximum": 86400
                },
                "counts": {
                  "maxItems": 288,
                  "type": "array",
                  "items": {
                    "type": "integer",
                    "minimum": 0
                  }
                },
                "typical": {
                  "maxItems": 288,
                  "type": "array",
                  "items": {
                    "type": "number",
                    "minimum": 0,
                    "maximum": 9007199254740991
                  }
                }
              },
              "required": [
                "startAt",
                "stepSeconds",
                "counts",
                "typical"
              ]
            },
            "categories": {
              "maxItems": 24,
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string",
                    "pattern": "^[a-z0-9][a-z0-9-]{0,63}$",
                    "description": "an id of a-z, 0-9 and -, at most 64"
                  },
                  "label": {
                    "type": "string",
                    "maxLength": 80
                  },
                  "description": {
                    "type": "string",
                    "maxLength": 300
                  },
                  "reportCount": {
                    "type": "integer",
                    "minimum": 0
                  },
                  "share": {
                    "type": "number",
                    "minimum": 0,
                    "maximum": 1
                  }
                },
                "required": [
                  "id",
                  "label",
                  "reportCount",
                  "share"
                ]
              }
            }
          },
          "required": [
            "status",
            "reportCount",
            "typicalCount",
            "windowSeconds",
            "series",
            "categories"
          ]
        }
      ]
    },
    "official": {
      "anyOf": [
        {
          "type": "object",
          "properties": {
            "status": {
              "enum": [
                "operational",
                "degraded_performance",
                "partial_outage",
                "major_outage",
                "under_maintenance",
                "unknown"
              ]
            },
            "name": {
              "type": "string",
              "maxLength": 120
            },
            "url": {
              "type": "string",
              "maxLength": 2048
            },
            "checkedAt": {
              "type": "string",
              "pattern": "^20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,6})?Z$",
              "description": "a time in ISO 8601 and UTC, of the years 2000 to 2099"
            },
            "incidents": {
              "maxItems": 20,
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string",
                    "maxLength": 128
                  },
                  "title": {
                    "type": "string",
                    "maxLength": 300
                  },
                  "status": {
                    "enum": [
                      "investigating",
                      "identified",
                      "monitoring",
                      "resolved"
                    ]
                  },
                  "impact": {
                    "enum": [
                      "none",
                      "minor",
                      "major",
                      "critical",
                      "maintenance"
                    ]
                  },
                  "startedAt": {
                    "type": "string",
                    "pattern": "^20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,6})?Z$",
                    "description": "a time in ISO 8601 and UTC, of the years 2000 to 2099"
                  },
                  "endedAt": {
                    "anyOf": [
                      {
                        "type": "string",
                        "pattern": "^20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,6})?Z$",
                        "description": "a time in ISO 8601 and UTC, of the years 2000 to 2099"
                      }
                    ]
                  },
                  "source": {
                    "enum": [
                      "community",
                      "official",
                      "archive"
                    ]
                  },
                  "url": {
                    "type": "string",
                    "maxLength": 2048
                  }
                },
                "required": [
                  "id",
                  "title",
                  "status",
                  "impact",
                  "startedAt",
                  "endedAt",
                  "source"
                ]
              }
            }
          },
          "required": [
            "status",
            "checkedAt",
            "incidents"
          ]
        }
      ]
    },
    "incidents": {
      "maxItems": 10,
      "type": "array",
      "items": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "maxLength": 128
          },
          "title": {
            "type": "string",
            "maxLength": 300
          },
          "status": {
            "enum": [
              "investigating",
              "identified",
              "monitoring",
              "resolved"
            ]
          },
          "impact": {
            "enum": [
              "none",
              "minor",
              "major",
              "critical",
              "maintenance"
            ]
          },
          "startedAt": {
            "type": "string",
            "pattern": "^20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,6})?Z$",
            "description": "a time in ISO 8601 and UTC, of the years 2000 to 2099"
          },
          "endedAt": {
            "anyOf": [
              {
                "type": "string",
                "pattern": "^20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,6})?Z$",
                "description": "a time in ISO 8601 and UTC, of the years 2000 to 2099"
              }
            ]
          },
          "source": {
            "enum": [
              "community",
              "official",
              "archive"
            ]
          },
          "url": {
            "type": "string",
            "maxLength": 2048
          }
        },
        "required": [
          "id",
          "title",
          "status",
          "impact",
          "startedAt",
          "endedAt",
          "source"
        ]
      }
    },
    "guide": {
      "type": "object",
      "properties": {
        "about": {
          "type": "string",
          "maxLength": 2000
        },
        "steps": {
          "maxItems": 24,
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "pattern": "^[a-z0-9][a-z0-9-]{0,63}$",
                "description": "an id of a-z, 0-9 and -, at most 64"
              },
              "title": {
                "type": "string",
                "maxLength": 160
              },
              "text": {
                "type": "string",
                "maxLength": 1200
              }
            },
            "required": [
              "id",
              "title",
              "text"
            ]
          }
        },
        "faq": {
          "maxItems": 40,
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "question": {
                "type": "string",
                "maxLength": 300
              },
              "answer": {
                "type": "string",
                "maxLength": 2000
              }
            },
            "required": [
              "question",
              "answer"
            ]
          }
        }
      },
      "required": [
        "steps",
        "faq"
      ]
    },
    "related": {
      "maxItems": 12,
      "type": "array",
      "items": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "pattern": "^[a-z0-9][a-z0-9-]{0,63}$",
            "description": "an id of a-z, 0-9 and -, at most 64"
          },
          "name": {
            "type": "string",
            "maxLength": 80
          },
          "status": {
            "enum": [
              "operational",
              "degraded_performance",
              "partial_outage",
              "major_outage",
              "under_maintenance",
              "unknown"
            ]
          }
        },
        "required": [
          "id",
          "name",
          "status"
        ]
      }
    }
  },
  "required": [
    "version",
    "generatedAt",
    "maxAgeSeconds",
    "service",
    "status",
    "since",
    "verdict",
    "community",
    "official",
    "incidents",
    "related"
  ]
};
