#pragma once
#pragma pack(push, 1)
struct hdr { unsigned char code; unsigned char flags; unsigned short body_len; };
struct c_go { hdr h; unsigned char vk; };
struct s_at { hdr h; unsigned char who; unsigned char col; unsigned char row; };
struct trailer { unsigned short len; };
struct s_note { char text[30]; trailer t; };
#pragma pack(pop)
