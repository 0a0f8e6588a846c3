#pragma once
class CClientSocket : public CAsyncSocket {
public:
	virtual void OnReceive(int nErrorCode);
};
class CListenSocket : public CAsyncSocket {
public:
	virtual void OnAccept(int nErrorCode);
};
// 서버 대화 상자
class CServerDlg : public CDialogEx {
	DECLARE_DYNAMIC(CServerDlg)
protected:
	CListenSocket m_listen;
	afx_msg void OnStart();
	DECLARE_MESSAGE_MAP()
};
class CServerApp : public CWinApp {
public:
	virtual BOOL InitInstance();
};
