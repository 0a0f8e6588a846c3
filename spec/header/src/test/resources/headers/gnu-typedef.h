#pragma once
#include <stdint.h>
#include <stdbool.h>

#define PACKED __attribute__((packed))

typedef struct PACKED {
	uint8_t len;
	uint8_t op;
	uint32_t seq;
} msg_head;

typedef struct {
	msg_head head;
	bool alive;
	int16_t pos[2];
} PACKED msg_state;
