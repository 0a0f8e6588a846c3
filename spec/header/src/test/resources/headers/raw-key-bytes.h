#pragma once
// 구조체 없음: 키 하나가 바이트 하나
#define KEY_UP		72
#define KEY_LEFT	75
#define KEY_RIGHT	77
#define KEY_DOWN	80
#define KEY_QUIT	27

#define ARROW_UP	VK_UP
#define ARROW_DOWN	VK_DOWN

#define SERVER_IP	"127.0.0.1"
#define SERVERPORT	9000
